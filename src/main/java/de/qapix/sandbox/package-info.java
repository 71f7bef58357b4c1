/** A simulated Calendly on this machine, for trying out, demos and the CI of others. */
package de.qapix.sandbox;
