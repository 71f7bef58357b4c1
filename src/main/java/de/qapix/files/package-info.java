/** What all parts need of files and the system. */
package de.qapix.files;
