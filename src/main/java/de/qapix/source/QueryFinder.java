package de.qapix.source;

import de.qapix.query.Literal;
import de.qapix.query.Piece;
import de.qapix.query.Query;
import java.util.ArrayList;
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

  private final ParsedFile module;
  private final Evaluator evaluator;
  private final Frame frame;
  private final Libraries libraries;
  private final Findings findings = new Findings();
  private final Set<Node> talk = Collections.newSetFromMap(new IdentityHashMap<>());

  private QueryFinder(ParsedFile module, Evaluator evaluator) {
    this.module = module;
    this.evaluator = evaluator;
    this.frame = Frame.of(module);
    this.libraries = new Libraries(module);
  }

  /** In the order in which they are written. */
  static List<Query> find(ParsedFile module, Evaluator evaluator) {
    QueryFinder finder = new QueryFinder(module, evaluator);
    finder.talk.addAll(module.talk());
    module.calls().forEach(finder::lookAtCall);
    module.texts().forEach(finder::lookAtTag);
    module.texts().forEach(finder::lookAtText);
    module.calls().forEach(finder::lookAtResult);
    module.variables().forEach(finder::lookAtVariable);
    return finder.findings.queries();
  }

  private void lookAtCall(ParsedFile.Site site) {
    Node.Call call = (Node.Call) site.node();
    String name = Names.last(call.callee()).orElse("");
    if (Talk.isTalk(call.callee(), name)) {
      talk.addAll(call.arguments());
    }
    boolean sends = Names.sends(name);
    if (call.arguments().isEmpty() || (!sends && !Names.maySend(name))) {
      return;
    }
    Node argument = call.arguments().get(0);
    for (Node text : sentTexts(argument)) {
      if (!isHopeless(text)) {
        look(text, site.guard(), sends ? Evidence.SENT : Evidence.WORDS, call.callee());
      }
    }
  }

  /** The text itself, or that of an object such as {@code { text: .., values }}. */
  private List<Node> sentTexts(Node argument) {
    Value value =
        argument instanceof Node.Text || argument instanceof Node.Template
            ? null
            : evaluator.of(argument, frame);
    if (!(value instanceof Value.Structure)) {
      return List.of(argument);
    }
    List<Node> texts = new ArrayList<>();
    for (String key : Names.textKeys()) {
      texts.add(new Node.Member(argument, key, argument.start(), argument.end()));
    }
    return texts;
  }

  private void lookAtTag(ParsedFile.Site site) {
    if (site.node() instanceof Node.Template template
        && template.tag() != null
        && !Names.isOtherTag(template.tag())
        && !isHopeless(template)) {
      boolean sql = Names.isSqlTag(template.tag());
      look(template, site.guard(), sql ? Evidence.TAG : Evidence.WORDS, template.tag());
    }
  }

  private void lookAtText(ParsedFile.Site site) {
    boolean tagged = site.node() instanceof Node.Template template && template.tag() != null;
    if (!tagged && !isHopeless(site.node()) && !talk.contains(site.node())) {
      look(site.node(), site.guard(), Evidence.WORDS, null);
    }
  }

  /** Such as of {@code lines.join(' ')}, or of a function that makes a query. */
  private void lookAtResult(ParsedFile.Site site) {
    Node.Call call = (Node.Call) site.node();
    String name = Names.last(call.callee()).orElse("");
    boolean text = name.equals("join") || name.equals("concat") || name.equals("trim");
    if (text && !talk.contains(call)) {
      look(call, site.guard(), Evidence.WORDS, null);
    }
  }

  private void lookAtVariable(Binding binding) {
    if (!binding.writes().isEmpty()) {
      Node place = new Node.Other(binding.offset(), binding.offset());
      add(evaluator.atEnd(binding, place, frame), binding.guard(), Evidence.WORDS, null, place);
    }
  }

  /**
   * Whether the text begins with something else than a statement: most texts do, and are not looked
   * at twice.
   */
  private boolean isHopeless(Node node) {
    Node first = node instanceof Node.Sum sum ? sum.operands().get(0) : node;
    String text = module.source().text();
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

  private void look(Node node, Guard guard, Evidence evidence, Node sender) {
    add(evaluator.of(node, frame), guard, evidence, sender, node);
  }

  private void add(Value value, Guard guard, Evidence evidence, Node sender, Node place) {
    if (value instanceof Value.Choice choice
        && choice.branches().stream().noneMatch(Sites::isEmpty)) {
      choice.branches().forEach(branch -> add(branch, guard, evidence, sender, place));
      return;
    }
    if (value instanceof Value.Sql sql && sql.text() instanceof Value.Choice) {
      add(sql.text(), guard, evidence, sender, place);
      return;
    }
    if (value instanceof Value.Items
        || value instanceof Value.Repeated
        || value instanceof Value.Code
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
            .filter(piece -> piece.source() == module.source() && piece instanceof Literal)
            .map(Literal.class::cast)
            .filter(literal -> !literal.sql().isBlank())
            .findFirst();
    if (own.isPresent()) {
      Variants variants = Variants.of(value, guard);
      findings.add(module.source(), own.get(), variants, libraries.of(sender));
    }
  }
}
