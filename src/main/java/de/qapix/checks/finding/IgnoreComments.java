package de.qapix.checks.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments by which a file accepts findings: {@code qapix-ignore rule, rule}. Without rules it
 * accepts nothing; of squawk's own only {@code squawk-ignore-file} accepts all then, and what
 * follows behind two hyphens is for people. One counts for its line and the statements there, or
 * else for the next line and statement; {@code qapix-ignore-file} counts for the whole file. What
 * follows behind a colon is for people.
 */
public final class IgnoreComments {

  /** What each of ours begins with. */
  public static final String OURS = "qapix-ignore";

  private static final Pattern FORM =
      Pattern.compile("^[-/*\\s]*(qapix|squawk)-ignore(-file)?(?![\\w-])([\\w/,\\s-]*)");

  /** The lines of a statement or a query, from 1. */
  public record Lines(int first, int last) {

    private boolean contain(int line) {
      return first <= line && line <= last;
    }
  }

  /**
   * A name that accepts nothing.
   *
   * @param rule its name; a star for all of them; empty where none is named and one has to be
   * @param offset of the comment
   * @param ofSquawk whether it is written for that tool, which knows rules that are not ours
   */
  public record Unused(String rule, int offset, int end, boolean ofSquawk) {

    /** What its comment begins with. */
    public String comment() {
      return ofSquawk ? OURS.replace("qapix", "squawk") : OURS;
    }
  }

  /**
   * One name of a comment.
   *
   * @param meant the statements that it is about; none where it is about the file
   * @param near the lines that it is about whatever stands there
   */
  private record Ignore(Unused name, boolean ofFile, List<Lines> meant, Lines near) {

    boolean accepts(String rule, Lines statement, int line) {
      return (name.rule().equals("*") || name.rule().equals(rule))
          && (ofFile || near.contain(line) || meant.contains(statement));
    }
  }

  private final String check;
  private final List<Lines> statements;
  private final List<Ignore> all = new ArrayList<>();
  private final Set<Ignore> used = new HashSet<>();

  /**
   * @param check the first part of its rules' ids, which people may write before their names
   * @param statements of the file
   */
  public IgnoreComments(String check, List<Lines> statements) {
    this.check = check + "/";
    this.statements = List.copyOf(statements);
  }

  /**
   * Takes a comment, with its marks, for what it says; most say nothing.
   *
   * @param line in which it begins
   */
  public void add(String comment, int offset, int line) {
    Matcher form = FORM.matcher(comment);
    if (!form.find()) {
      return;
    }
    List<Lines> own = statements.stream().filter(each -> each.contain(line)).toList();
    List<Lines> meant = own.isEmpty() ? next(line) : own;
    Lines near = new Lines(line, own.isEmpty() ? line + 1 : line);
    boolean ofSquawk = form.group(1).equals("squawk");
    boolean ofFile = form.group(2) != null;
    String written = ofSquawk ? namesOfSquawk(comment, form.end(1)) : form.group(3);
    for (String rule : rules(written, ofSquawk && ofFile ? "*" : "", ofSquawk)) {
      Unused name = new Unused(rule, offset, offset + comment.length(), ofSquawk);
      all.add(new Ignore(name, ofFile, meant, near));
    }
  }

  private List<Lines> next(int line) {
    OptionalInt next = statements.stream().mapToInt(Lines::first).filter(l -> l > line).min();
    return statements.stream().filter(each -> each.first() == next.orElse(0)).toList();
  }

  /** Up to two hyphens or the end of the comment: whatever stands there is taken for names. */
  private static String namesOfSquawk(String comment, int start) {
    String rest = comment.substring(start).replaceFirst("^-ignore(-file)?", "");
    return rest.replaceFirst("(?s)(--|\\*/\\s*$).*", "").strip();
  }

  /** Those of another check are none of ours. */
  private List<String> rules(String written, String none, boolean ofSquawk) {
    if (written.isBlank()) {
      return List.of(none);
    }
    return Arrays.stream(written.strip().split(ofSquawk ? "\\s*,\\s*" : "[\\s,]+"))
        .map(rule -> rule.startsWith(check) ? rule.substring(check.length()) : rule)
        .filter(rule -> !rule.contains("/") && !rule.isEmpty())
        .distinct()
        .toList();
  }

  /** Whether a comment accepts what breaks a rule in a statement, there in some line. */
  public boolean accept(String rule, Lines statement, int line) {
    List<Ignore> accepting =
        all.stream().filter(ignore -> ignore.accepts(rule, statement, line)).toList();
    used.addAll(accepting);
    return !accepting.isEmpty();
  }

  /** What has accepted nothing of all that was asked for. */
  public List<Unused> unused() {
    return all.stream().filter(ignore -> !used.contains(ignore)).map(Ignore::name).toList();
  }
}
