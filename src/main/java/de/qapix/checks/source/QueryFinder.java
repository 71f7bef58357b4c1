package de.qapix.checks.source;

import de.qapix.checks.evaluation.Evaluator;
import de.qapix.checks.evaluation.Frame;
import de.qapix.checks.evaluation.Sites;
import de.qapix.checks.evaluation.Value;
import de.qapix.checks.evaluation.Variants;
import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Guard;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.NotSqlContexts;
import de.qapix.checks.javascript.ParsedFile;
import de.qapix.checks.javascript.SqlHints;
import de.qapix.checks.recognition.Evidence;
import de.qapix.checks.recognition.Prefilter;
import de.qapix.checks.recognition.SqlText;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.Query;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the queries of a file: what is sent to a database, and whatever else is a statement by its
 * words.
 */
final class QueryFinder {

  private static final String PG = "pg";

  private final ParsedFile file;
  private final Evaluator evaluator;
  private final Frame frame;
  private final Libraries libraries;
  private final FoundQueries findings = new FoundQueries();
  private final Set<Node> talk = Collections.newSetFromMap(new IdentityHashMap<>());

  private QueryFinder(ParsedFile file, Evaluator evaluator) {
    this.file = file;
    this.evaluator = evaluator;
    this.frame = Frame.of(file);
    this.libraries = new Libraries(file, evaluator.modules());
  }

  /** In the order in which they are written. */
  static List<Query> find(ParsedFile file, Evaluator evaluator) {
    QueryFinder finder = new QueryFinder(file, evaluator);
    finder.talk.addAll(file.talk());
    file.calls().forEach(finder::lookAtCall);
    file.texts().forEach(finder::lookAtTag);
    file.texts().forEach(finder::lookAtText);
    file.calls().forEach(finder::lookAtResult);
    file.variables().forEach(finder::lookAtVariable);
    return finder.findings.queries();
  }

  private void lookAtCall(ParsedFile.Site site) {
    Node.Call call = (Node.Call) site.node();
    String name = SqlHints.last(call.callee()).orElse("");
    if (NotSqlContexts.isTalk(call.callee(), name)) {
      talk.addAll(call.arguments());
    }
    boolean sends = SqlHints.sends(name);
    if (call.arguments().isEmpty() || (!sends && !SqlHints.maySend(name))) {
      return;
    }
    Node argument = call.arguments().get(0);
    Sender sender = new Sender(call.callee(), call.arguments());
    boolean given =
        name.equals("query") && libraries.of(call.callee()).filter(PG::equals).isPresent();
    Evidence evidence = given ? Evidence.GIVEN : sends ? Evidence.SENT : Evidence.WORDS;
    for (Node text : sentTexts(argument)) {
      if (given || !isHopeless(text)) {
        look(text, site.guard(), evidence, sender);
      }
    }
  }

  /**
   * The text itself, or that of an object such as {@code { text: .., values }} or {@code new
   * Cursor(text)}.
   */
  private List<Node> sentTexts(Node argument) {
    if (argument instanceof Node.Call made
        && made.isNew()
        && !SqlHints.last(made.callee()).filter("Sql"::equals).isPresent()) {
      return made.arguments().isEmpty() ? List.of() : List.of(made.arguments().get(0));
    }
    boolean literal = argument instanceof Node.Text || argument instanceof Node.Template;
    if (literal || !(evaluator.of(argument, frame) instanceof Value.Structure)) {
      return List.of(argument);
    }
    return SqlHints.textKeys().stream()
        .<Node>map(
            key ->
                new Node.Member(argument, key, argument.start(), argument.start(), argument.end()))
        .filter(text -> !(evaluator.of(text, frame) instanceof Value.Code))
        .toList();
  }

  private void lookAtTag(ParsedFile.Site site) {
    if (site.node() instanceof Node.Template template
        && template.tag() != null
        && !SqlHints.isOtherTag(template.tag())
        && !isHopeless(template)) {
      boolean sql = SqlHints.isSqlTag(template.tag());
      look(
          template,
          site.guard(),
          sql ? Evidence.TAG : Evidence.WORDS,
          new Sender(template.tag(), List.of()));
    }
  }

  private void lookAtText(ParsedFile.Site site) {
    boolean tagged = site.node() instanceof Node.Template template && template.tag() != null;
    if (!tagged && !isHopeless(site.node()) && !talk.contains(site.node())) {
      look(site.node(), site.guard(), Evidence.WORDS, Sender.UNKNOWN);
    }
  }

  /** Such as of {@code lines.join(' ')}, or of a function that makes a query. */
  private void lookAtResult(ParsedFile.Site site) {
    Node.Call call = (Node.Call) site.node();
    String name = SqlHints.last(call.callee()).orElse("");
    boolean text = name.equals("join") || name.equals("concat") || name.equals("trim");
    if (text && !talk.contains(call)) {
      look(call, site.guard(), Evidence.WORDS, Sender.UNKNOWN);
    }
  }

  private void lookAtVariable(Binding binding) {
    if (!binding.writes().isEmpty()) {
      Node place = new Node.Other(binding.offset(), binding.offset());
      add(
          evaluator.atEnd(binding, place, frame),
          binding.guard(),
          Evidence.WORDS,
          Sender.UNKNOWN,
          place);
    }
  }

  /**
   * Whether the text begins with something else than a statement: most texts do, and are not looked
   * at twice.
   */
  private boolean isHopeless(Node node) {
    Node first = node instanceof Node.Sum sum ? sum.operands().get(0) : node;
    String text = file.source().text();
    if (first instanceof Node.Text string) {
      return cannotBegin(text, string.start() + 1, string.end() - 1);
    }
    if (first instanceof Node.Template template && !template.chunks().isEmpty()) {
      return cannotBegin(text, template.chunks().get(0).start(), template.chunks().get(0).end());
    }
    return first instanceof Node.Numeral;
  }

  private static boolean cannotBegin(String text, int start, int end) {
    int at = start;
    while (at < end && (text.charAt(at) <= ' ' || text.charAt(at) == '(')) {
      at++;
    }
    if (at >= end) {
      return false;
    }
    char first = text.charAt(at);
    return first != '-'
        && first != '/'
        && first != '\\'
        && first != ';'
        && first < '\u0080'
        && !Prefilter.isVerbAt(text, at);
  }

  private void look(Node node, Guard guard, Evidence evidence, Sender sender) {
    add(evaluator.of(node, frame), guard, evidence, sender, node);
  }

  private void add(Value value, Guard guard, Evidence evidence, Sender sender, Node place) {
    if (value instanceof Value.Choice choice
        && choice.branches().stream().noneMatch(Sites::isEmpty)) {
      choice.branches().forEach(branch -> add(branch, guard, evidence, sender, place));
      return;
    }
    if (value instanceof Value.Sql sql && sql.text() instanceof Value.Choice) {
      add(sql.text(), guard, evidence, sender, place);
      return;
    }
    Optional<String> library = libraries.of(sender.node());
    if (value instanceof Value.Code code) {
      addUnknown(code, evidence, sender, library);
      return;
    }
    if (value instanceof Value.Items
        || value instanceof Value.Repeated
        || value instanceof Value.Structure
        || value instanceof Value.Function) {
      return;
    }
    List<Piece> first = Variants.first(value, guard);
    if (!evidence.isEnough(SqlText.of(first))) {
      return;
    }
    Optional<Literal> own =
        first.stream()
            .filter(piece -> piece.source() == file.source() && piece instanceof Literal)
            .map(Literal.class::cast)
            .filter(literal -> !literal.sql().isBlank())
            .findFirst();
    if (own.isPresent()) {
      Variants variants = Variants.of(value, guard);
      BoundNames names = new BoundNames(evaluator, frame);
      List<List<Piece>> texts =
          variants.texts().stream()
              .map(text -> sender.withNames(text, library.orElse(""), names))
              .toList();
      findings.add(file.source(), own.get(), new Variants(texts, variants.leftOut()), library);
    }
  }

  /** A query of which nothing is known but that it is sent. */
  private void addUnknown(
      Value.Code code, Evidence evidence, Sender sender, Optional<String> library) {
    if ((evidence == Evidence.SENT || evidence == Evidence.GIVEN)
        && sender.isDatabase(library.isPresent())
        && !(code.node() instanceof Node.Other)) {
      Hole hole = code.hole(Hole.Kind.SQL);
      findings.addUnknown(hole, library);
    }
  }
}
