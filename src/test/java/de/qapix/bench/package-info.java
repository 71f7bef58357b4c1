/** The benchmark behind {@code bin/bench}: the real program against the simulator, in figures. */
package de.qapix.bench;
