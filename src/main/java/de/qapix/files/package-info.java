/** What all parts need of files, resources and the system. */
package de.qapix.files;
