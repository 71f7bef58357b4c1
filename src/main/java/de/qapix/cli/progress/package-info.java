/** Shows how far a command has come. */
package de.qapix.cli.progress;
