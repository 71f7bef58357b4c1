package de.qapix.checks.trial;

import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.script.FolderScript;
import de.qapix.checks.script.ScriptNote;
import de.qapix.files.JsonText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Notes on scripts as a line of text, to be kept in the cache. */
final class ScriptNotesJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ScriptNotesJson() {}

  /** With the places of scripts in their folder, which may be elsewhere tomorrow. */
  static String write(List<ScriptNote> notes, MigrationFolder folder) {
    ArrayNode list = MAPPER.createArrayNode();
    for (ScriptNote note : notes) {
      ObjectNode node = list.addObject();
      node.put("kind", note.kind().name());
      node.put("script", position(note.file(), folder));
      node.put("line", note.line());
      node.put("column", note.column());
      node.put("what", note.what());
      node.put("state", note.state());
    }
    return MAPPER.writeValueAsString(list);
  }

  private static int position(Path file, MigrationFolder folder) {
    return folder.scripts().stream().map(FolderScript::file).toList().indexOf(file);
  }

  static List<ScriptNote> read(String text, MigrationFolder folder) {
    List<ScriptNote> notes = new ArrayList<>();
    for (JsonNode node : JsonText.read(text)) {
      notes.add(
          new ScriptNote(
              ScriptNote.Kind.valueOf(node.path("kind").stringValue()),
              folder.scripts().get(node.path("script").intValue()).file(),
              node.path("line").intValue(),
              node.path("column").intValue(),
              node.path("what").stringValue(),
              node.path("state").stringValue()));
    }
    return notes;
  }
}
