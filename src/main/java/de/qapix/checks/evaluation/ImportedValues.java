package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Modules;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.ParsedFile;
import de.qapix.checks.javascript.UnescapedText;
import java.util.HashMap;
import java.util.Map;

/** What names mean that come from other files. */
final class ImportedValues {

  private final Evaluation evaluation;
  private final Modules modules;
  private final Map<ParsedFile, Frame> frames = new HashMap<>();

  ImportedValues(Evaluation evaluation, Modules modules) {
    this.evaluation = evaluation;
    this.modules = modules;
  }

  /** The outermost frame of a file. */
  Frame frame(ParsedFile module) {
    return frames.computeIfAbsent(module, Frame::of);
  }

  /** Forgets the files, as before another one is looked at. */
  void forget() {
    frames.clear();
  }

  Value of(ParsedFile.Import imported, Node name, Frame frame) {
    return modules
        .find(frame.module(), imported.file())
        .map(module -> exported(module, imported.name(), name, frame))
        .orElseGet(() -> new Value.Code(name, frame));
  }

  /** What a file exports by a name; an asterisk is for all of it. */
  Value exported(ParsedFile module, String name, Node node, Frame frame) {
    if (name.equals("*")) {
      return new Value.Exports(module);
    }
    return modules
        .export(module, name)
        .map(export -> evaluation.of(export.node(), frame(export.module())))
        .filter(value -> !(value instanceof Value.Code))
        .orElseGet(() -> new Value.Code(node, frame));
  }

  /** Of {@code require('./file')}. */
  Value required(Node.Text file, Node call, Frame frame) {
    String name = UnescapedText.ofString(frame.source(), file.start(), file.end()).sql();
    return modules
        .find(frame.module(), name)
        .<Value>map(Value.Exports::new)
        .orElseGet(() -> new Value.Code(call, frame));
  }
}
