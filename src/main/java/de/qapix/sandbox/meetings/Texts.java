package de.qapix.sandbox.meetings;

import java.util.List;

/** What people write, with what they paste in: emojis, line breaks. */
public final class Texts {

  private static final List<String> ANSWERS =
      List.of(
          "Wir möchten unseren Vertrieb größer aufstellen.",
          "Website\nSocial Media\nMessen",
          "Budget: 5.000 € bis 10.000 €",
          "Empfehlung von Käthe Böckmann 👍",
          "Mehr Anfragen 🚀, weniger Aufwand",
          "");

  private static final List<String> NOTES =
      List.of(
          "Sehr interessiert, Angebot bis Freitag schicken.",
          "Hat abgesagt, in 3 Monaten nachfassen ☎️",
          "Größe: 12 Mitarbeiter\nEntscheider: Geschäftsführung");

  private Texts() {}

  public static String answer(long salt) {
    return ANSWERS.get((int) (salt % ANSWERS.size()));
  }

  static String notes(long salt) {
    return NOTES.get((int) (salt % NOTES.size()));
  }
}
