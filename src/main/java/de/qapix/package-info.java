/** Puts the parts of qapix together. */
package de.qapix;
