package de.qapix.checks.scratch;

import static de.qapix.checks.scratch.MigrationFolderException.Kind.NO_FIELD;

import de.qapix.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A migration of Prisma 8: the way from one state of the schema to another, which are known by the
 * hashes of their contracts.
 *
 * @param from {@link #EMPTY} for an empty database
 * @param manifest what is in {@code migration.json}
 * @param operations what is in {@code ops.json}
 * @param text that file as it is
 */
record PrismaPackage(
    Path folder, String from, String to, JsonNode manifest, JsonNode operations, String text) {

  /** The state of an empty database. */
  static final String EMPTY = "empty";

  private static final String MANIFEST = "migration.json";
  private static final String OPERATIONS = "ops.json";
  private static final String HASH = "migrationHash";

  /** The versions before the first of Prisma 8 counted otherwise. */
  private static final String OLD_HASH = "sha256:";

  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(MANIFEST))
        && Files.isRegularFile(folder.resolve(OPERATIONS));
  }

  static PrismaPackage read(Path folder) throws IOException {
    Path file = folder.resolve(MANIFEST);
    JsonNode manifest = JsonFile.read(file);
    for (String field : new String[] {"to", HASH}) {
      if (!manifest.path(field).isString()) {
        throw new MigrationFolderException(NO_FIELD, file, field);
      }
    }
    Path operations = folder.resolve(OPERATIONS);
    String text = ScriptFile.text(operations);
    return new PrismaPackage(
        folder,
        manifest.path("from").asString(EMPTY),
        manifest.path("to").asString(),
        manifest,
        JsonFile.read(operations, text),
        text);
  }

  String name() {
    return FileOrder.name(folder);
  }

  Path file() {
    return folder.resolve(OPERATIONS);
  }

  String hash() {
    return manifest.path(HASH).asString();
  }

  String createdAt() {
    return manifest.path("createdAt").asString("");
  }

  /** Whether its operations are still to be written. */
  boolean isUnfinished() {
    return operations.isEmpty() && !from.equals(to);
  }

  /** Whether it is no longer what its hash was counted of. */
  boolean isEdited() {
    return !hash().startsWith(OLD_HASH) && !hash().equals(countedHash());
  }

  /** The hash of what it is now. */
  String countedHash() {
    ObjectNode rest = (ObjectNode) manifest.deepCopy();
    rest.remove(HASH);
    return Sha256.hex("[\"" + hash(rest) + "\",\"" + hash(operations) + "\"]");
  }

  private static String hash(JsonNode tree) {
    return Sha256.hex(CanonicalJson.of(tree));
  }
}
