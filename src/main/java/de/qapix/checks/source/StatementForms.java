package de.qapix.checks.source;

import de.qapix.checks.evaluation.Form;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells statements apart that one expression can be: those that have nothing in common are queries
 * of their own.
 */
final class StatementForms {

  private record Mark(String file, int offset) {}

  private final List<Form> forms = new ArrayList<>();
  private final Set<Mark> marks = new HashSet<>();

  private StatementForms() {}

  /** The forms of each statement, in the order in which they were found. */
  static List<List<Form>> apart(List<Form> forms) {
    List<StatementForms> statements = new ArrayList<>();
    for (Form form : forms) {
      Set<Mark> marks = marks(form);
      StatementForms own = new StatementForms();
      statements.stream()
          .filter(statement -> statement.sharesOneOf(marks))
          .toList()
          .forEach(
              same -> {
                own.forms.addAll(same.forms);
                own.marks.addAll(same.marks);
                statements.remove(same);
              });
      own.forms.add(form);
      own.marks.addAll(marks);
      statements.add(own);
    }
    return statements.stream().map(statement -> statement.forms).toList();
  }

  private boolean sharesOneOf(Set<Mark> others) {
    return others.stream().anyMatch(marks::contains);
  }

  private static Set<Mark> marks(Form form) {
    Set<Mark> marks = new HashSet<>();
    for (Piece piece : form.pieces()) {
      if (piece instanceof Literal literal && !literal.sql().isBlank()) {
        marks.add(new Mark(literal.source().file(), literal.origin()));
      }
    }
    return marks;
  }
}
