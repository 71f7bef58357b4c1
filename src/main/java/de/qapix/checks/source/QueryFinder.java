package de.qapix.checks.source;

import de.qapix.checks.evaluation.QueryTexts;
import de.qapix.checks.evaluation.Variant;
import de.qapix.checks.evaluation.Variants;
import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Modules;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.NotSqlContexts;
import de.qapix.checks.javascript.ParsedFile;
import de.qapix.checks.javascript.SqlHints;
import de.qapix.checks.recognition.Evidence;
import de.qapix.checks.recognition.SqlText;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Library;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.Query;
import de.qapix.checks.text.Recipient;
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

  private final ParsedFile file;
  private final QueryTexts texts;
  private final Libraries libraries;
  private final StatementStart statementStart;
  private final ValueArguments values;
  private final RowTypes rowTypes;
  private final FoundQueries findings = new FoundQueries();
  private final Set<Node> talk = Collections.newSetFromMap(new IdentityHashMap<>());

  private QueryFinder(ParsedFile file, QueryTexts texts, Modules modules) {
    this.file = file;
    this.texts = texts;
    this.libraries = new Libraries(file, modules);
    this.statementStart = new StatementStart(file);
    this.values = new ValueArguments(file.source());
    this.rowTypes = new RowTypes(file, modules);
  }

  /** In the order in which they are written. */
  static List<Query> find(ParsedFile file, QueryTexts texts, Modules modules) {
    texts.begin(file);
    QueryFinder finder = new QueryFinder(file, texts, modules);
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
    String name = SqlHints.last(call.callee());
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
        isOfPrisma(name)
            || (name.equals("query") && libraries.of(call).filter(Library.PG::equals).isPresent());
    Evidence evidence = given ? Evidence.GIVEN : sends ? Evidence.SENT : Evidence.WORDS;
    for (Node text : sentTexts(argument, site, sends)) {
      if (given || !statementStart.isHopeless(text)) {
        look(text, site, evidence, sender);
      }
    }
  }

  /**
   * The text itself, or that of an object such as {@code { text: .., values }} or {@code new
   * Cursor(text)}.
   *
   * @param sends whether the function sends whatever it gets
   */
  private List<Node> sentTexts(Node argument, ParsedFile.Site site, boolean sends) {
    if (argument instanceof Node.Call made
        && made.isNew()
        && !SqlHints.last(made.callee()).equals("Sql")) {
      return made.arguments().isEmpty() ? List.of() : List.of(made.arguments().get(0));
    }
    if (argument instanceof Node.Text || argument instanceof Node.Template) {
      return List.of(argument);
    }
    boolean worthALook =
        sends || argument instanceof Node.Properties || statementStart.mayBegin(argument);
    return worthALook ? texts.sent(argument, site.guard()) : List.of();
  }

  private void lookAtTag(ParsedFile.Site site) {
    if (site.node() instanceof Node.Template template
        && template.tag() != null
        && !SqlHints.isOtherTag(template.tag())) {
      boolean given = isOfPrisma(SqlHints.last(template.tag()));
      if (!given && statementStart.isHopeless(template)) {
        return;
      }
      boolean sql = SqlHints.isSqlTag(template.tag());
      Sender sender = new Sender(template.tag(), List.of());
      look(template, site, given ? Evidence.GIVEN : sql ? Evidence.TAG : Evidence.WORDS, sender);
    }
  }

  private static boolean isOfPrisma(String function) {
    return function.startsWith("$") && SqlHints.sendsWhatever(function);
  }

  private void lookAtText(ParsedFile.Site site) {
    boolean tagged = site.node() instanceof Node.Template template && template.tag() != null;
    if (!tagged && statementStart.mayBegin(site.node()) && !talk.contains(site.node())) {
      look(site.node(), site, Evidence.WORDS, Sender.UNKNOWN);
    }
  }

  /** Such as of {@code lines.join(' ')}, or of a function that makes a query. */
  private void lookAtResult(ParsedFile.Site site) {
    Node.Call call = (Node.Call) site.node();
    String name = SqlHints.last(call.callee());
    boolean text = name.equals("join") || name.equals("concat") || name.equals("trim");
    if (text && !talk.contains(call) && statementStart.mayBegin(call)) {
      look(call, site, Evidence.WORDS, Sender.UNKNOWN);
    }
  }

  private void lookAtVariable(Binding binding) {
    if (!binding.mutations().isEmpty() && statementStart.mayBegin(binding)) {
      add(
          texts.atEnd(binding, (text, names) -> text),
          Evidence.WORDS,
          Sender.UNKNOWN,
          libraries.recipient(null, place(binding)));
    }
  }

  private static Node place(Binding binding) {
    return binding.initial() == null
        ? new Node.Other(binding.offset(), binding.offset())
        : binding.initial();
  }

  private void look(Node node, ParsedFile.Site site, Evidence evidence, Sender sender) {
    Recipient named = libraries.recipient(sender.node(), node);
    Optional<Library> library = named.library();
    Recipient recipient =
        named
            .sent(named.sent() || evidence != Evidence.WORDS)
            .with(values.of(sender))
            .returning(rowTypes.of(site, sender.node(), library, libraries).stream().toList());
    Variants variants =
        texts.of(node, site.guard(), (text, names) -> sender.withNames(text, library, names));
    add(variants, evidence, sender, recipient);
  }

  private void add(Variants all, Evidence evidence, Sender sender, Recipient recipient) {
    List<Variant> variants = new ArrayList<>();
    while (all.hasNext()) {
      Variant variant = all.next();
      Optional<Hole> unknown = variant.unknown().or(() -> onlyHole(variant.pieces()));
      unknown.ifPresent(hole -> addUnknown(hole, evidence, sender, recipient));
      if (unknown.isEmpty() && !variant.pieces().isEmpty()) {
        variants.add(variant);
      }
    }
    List<List<Variant>> statements = StatementVariants.apart(variants);
    // What comes back from one of several is not what comes back from each.
    Recipient one = statements.size() == 1 ? recipient : recipient.returning(List.of());
    for (List<Variant> ofOne : statements) {
      if (evidence.isEnough(SqlText.of(ofOne.get(0).pieces()))) {
        own(ofOne.get(0)).ifPresent(own -> findings.add(own, ofOne, all.isComplete(), one));
      }
    }
  }

  /** The first hole of a text in which nothing is written. */
  private static Optional<Hole> onlyHole(List<Piece> text) {
    boolean written =
        text.stream().anyMatch(piece -> piece instanceof Literal each && !each.sql().isBlank());
    return text.stream()
        .filter(piece -> !written && piece instanceof Hole)
        .map(Hole.class::cast)
        .findFirst();
  }

  /** The first piece of a text that is written in this file. */
  private Optional<Literal> own(Variant variant) {
    return variant.pieces().stream()
        .filter(piece -> piece.source() == file.source() && piece instanceof Literal)
        .map(Literal.class::cast)
        .filter(literal -> !literal.sql().isBlank())
        .findFirst();
  }

  /** A query of which nothing is known but that it is sent. */
  private void addUnknown(Hole hole, Evidence evidence, Sender sender, Recipient recipient) {
    if ((evidence == Evidence.SENT || evidence == Evidence.GIVEN)
        && sender.isDatabase(recipient.library().isPresent())) {
      findings.addUnknown(hole, recipient);
    }
  }
}
