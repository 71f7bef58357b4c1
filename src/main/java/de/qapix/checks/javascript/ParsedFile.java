package de.qapix.checks.javascript;

import de.qapix.checks.text.QueryFile.Comment;
import de.qapix.checks.text.QueryFile.Read;
import de.qapix.checks.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file that has been parsed: what it declares, takes from others and gives to them, and where
 * texts may be.
 */
public final class ParsedFile {

  /**
   * An expression and the branch in which it is evaluated.
   *
   * @param types what a call or a template is given in angle brackets, or null
   */
  public record Site(Node node, Guard guard, Node.TypeText types) {}

  /**
   * A name that comes from another file.
   *
   * @param name as the other file exports it; an asterisk for all of it
   */
  public record Import(String file, String name) {}

  private final Path path;
  private final SourceText source;
  private final List<Comment> comments;
  private final LexicalScope scope = LexicalScope.ofFile();
  private final List<Site> texts = new ArrayList<>();
  private final List<Site> calls = new ArrayList<>();
  private final List<Binding> variables = new ArrayList<>();
  private final List<Read> reads = new ArrayList<>();
  private final Map<Binding, Import> imports = new HashMap<>();
  private final Map<String, Node> exports = new HashMap<>();
  private final Map<String, Import> passedOn = new HashMap<>();
  private final List<String> allPassedOn = new ArrayList<>();
  private final Set<String> importedFiles = new HashSet<>();
  private final Set<String> assignedProperties = new HashSet<>();
  private final Set<String> tags = new HashSet<>();
  private final List<Node> talk = new ArrayList<>();

  ParsedFile(Path path, SourceText source, List<Comment> comments) {
    this.path = path;
    this.source = source;
    this.comments = comments;
  }

  Path path() {
    return path;
  }

  public SourceText source() {
    return source;
  }

  public List<Comment> comments() {
    return comments;
  }

  LexicalScope scope() {
    return scope;
  }

  /** Every string, template and sum. */
  public List<Site> texts() {
    return texts;
  }

  public List<Site> calls() {
    return calls;
  }

  /** All variables but parameters. */
  public List<Binding> variables() {
    return variables;
  }

  public List<Read> reads() {
    return reads;
  }

  public Map<Binding, Import> imports() {
    return imports;
  }

  Map<String, Node> exports() {
    return exports;
  }

  /** What is exported under a name without having one here. */
  Map<String, Import> passedOn() {
    return passedOn;
  }

  /** The files of which all is exported. */
  List<String> allPassedOn() {
    return allPassedOn;
  }

  /** The names of what stands in front of templates. */
  public Set<String> tags() {
    return tags;
  }

  /** Texts that are shown to people. */
  public List<Node> talk() {
    return talk;
  }

  public Set<String> importedFiles() {
    return importedFiles;
  }

  /** The names of properties to which something is assigned outside of their declaration. */
  public Set<String> assignedProperties() {
    return assignedProperties;
  }
}
