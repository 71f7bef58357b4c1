/** The invented team and its meetings. */
package de.qapix.sandbox.meetings;
