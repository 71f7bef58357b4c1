package de.qapix.sandbox;

/** One who answers requests, or has the next one answer them. */
interface Handler {

  Reply answer(Request request);
}
