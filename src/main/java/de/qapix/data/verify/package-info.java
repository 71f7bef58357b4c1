/** Compares what is stored with what the API says. */
package de.qapix.data.verify;
