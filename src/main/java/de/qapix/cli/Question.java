package de.qapix.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/** A question that only a person at a terminal can answer. */
public final class Question {

  private final BufferedReader answers;
  private final Settings environment;

  public Question(Reader answers, Settings environment) {
    this.answers = new BufferedReader(answers);
    this.environment = environment;
  }

  /** Whether somebody can see the question and answer it. */
  public boolean isPossible() {
    return environment.isTerminal("stdin") && environment.isTerminal("stderr");
  }

  /** Asks; anything but a yes, in English or German, is a no. */
  public boolean yes(String question, PrintWriter err) {
    err.print(question);
    err.flush();
    try {
      String answer = Optional.ofNullable(answers.readLine()).orElse("");
      return answer.strip().toLowerCase(Locale.ROOT).matches("y|yes|j|ja");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
