package de.qapix.checks.trial;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.SchemaObject;
import de.qapix.checks.script.Platform;
import de.qapix.checks.script.ScriptNote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a folder of migrations makes.
 *
 * @param standIns extensions that were not there and for which something stood in
 * @param roles the same for roles
 * @param notes of what was left out or could not be tried
 */
public record FolderCatalog(
    Catalog catalog, List<String> standIns, List<String> roles, List<ScriptNote> notes) {

  private static final Pattern ORDINARY =
      Pattern.compile(" USING (btree|hash|gist|spgist|gin|brin|bloom) ");
  private static final Pattern PARAMETERS = Pattern.compile(" WITH \\([^)]*\\)");

  public FolderCatalog {
    standIns = List.copyOf(standIns);
    roles = List.copyOf(roles);
    notes = List.copyOf(notes);
  }

  /** Whether all that the migrations make is in it. */
  public boolean isComplete() {
    return notes.stream().noneMatch(note -> note.kind() == ScriptNote.Kind.NOT_CHECKED);
  }

  /** What of it a real database must have, too. */
  public Catalog comparable() {
    return comparable(catalog.withoutHistories());
  }

  /**
   * What of a database can be compared with it: not what a platform brings with it, nor the
   * parameters of indexes that an extension's method has.
   */
  public Catalog comparable(Catalog other) {
    boolean platform = notes.stream().anyMatch(note -> note.kind() == ScriptNote.Kind.PLATFORM);
    Catalog ours = platform ? other.only(name -> !Platform.has(name.schema())) : other;
    return new Catalog(
        ours.serverVersion(), ours.objects().stream().map(FolderCatalog::plain).toList());
  }

  private static SchemaObject plain(SchemaObject object) {
    Optional<String> definition = object.trait("definition");
    if (object.name().kind() != ObjectKind.INDEX
        || definition.filter(any -> !ORDINARY.matcher(any).find()).isEmpty()) {
      return object;
    }
    Map<String, String> traits = new TreeMap<>(object.traits());
    traits.put("definition", PARAMETERS.matcher(definition.get()).replaceFirst(""));
    return new SchemaObject(object.name(), traits);
  }
}
