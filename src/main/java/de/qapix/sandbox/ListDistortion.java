package de.qapix.sandbox;

/** How a list or an event can be shown other than it should. */
enum ListDistortion {
  NONE,
  /** The page begins with the last record of the one before. */
  EARLIER,
  /** The page leaves out the record that it should begin with. */
  LATER,
  /** One record comes twice. */
  TWICE,
  /** The page says that it is itself the next. */
  AGAIN,
  /** Events are shown as they were before their last change. */
  STALE
}
