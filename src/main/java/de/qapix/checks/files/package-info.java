/** Which files of an application are read, and how they are written back. */
package de.qapix.checks.files;
