package de.qapix.cli.schema;

import de.qapix.cli.Messages;

/**
 * What kinds of objects, and what makes them what they are, are called. Where there is no word for
 * something, the server's name for it is one.
 */
final class TraitWords {

  private final Messages messages;

  TraitWords(Messages messages) {
    this.messages = messages;
  }

  /**
   * The word for a kind of object.
   *
   * @param kind as rule ids name it, e.g. {@code column}
   */
  String kind(String kind) {
    return messages.find("finding.kind." + kind).orElse(kind);
  }

  /**
   * The word for a trait.
   *
   * @param trait as the catalog's queries or rule ids name it: with blanks or dashes
   */
  String trait(String trait) {
    return messages
        .find("finding.trait." + trait.replace(' ', '-'))
        .orElseGet(() -> trait.replace('-', ' '));
  }
}
