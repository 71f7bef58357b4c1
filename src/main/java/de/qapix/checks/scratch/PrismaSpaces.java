package de.qapix.checks.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds the migrations of Prisma 8 in a project. */
final class PrismaSpaces {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,63}");
  private static final String CONTRACT = "contract.json";

  private PrismaSpaces() {}

  /**
   * All spaces in the order in which Prisma migrates them: those of extensions come first.
   *
   * @param folder that with all spaces, that of the application alone, or one above
   */
  static List<PrismaSpace> in(Path folder) throws IOException {
    for (Path place : FileOrder.places(folder)) {
      Path root = root(place);
      List<PrismaSpace> spaces = new ArrayList<>();
      for (Path entry : FileOrder.entries(root)) {
        if (NAME.matcher(FileOrder.name(entry)).matches() && !packages(entry).isEmpty()) {
          spaces.add(space(FileOrder.name(entry), entry, root));
        }
      }
      if (spaces.isEmpty() && !packages(place).isEmpty()) {
        spaces.add(space(PrismaSpace.APPLICATION, place, place));
      }
      if (!spaces.isEmpty()) {
        return applicationLast(spaces);
      }
    }
    return List.of();
  }

  private static Path root(Path place) throws IOException {
    boolean isApplication =
        FileOrder.name(place).equals(PrismaSpace.APPLICATION) && !packages(place).isEmpty();
    return isApplication ? place.resolveSibling("") : place;
  }

  private static List<PrismaSpace> applicationLast(List<PrismaSpace> spaces) {
    return Stream.concat(
            spaces.stream().filter(space -> !isApplication(space)),
            spaces.stream().filter(PrismaSpaces::isApplication))
        .toList();
  }

  private static boolean isApplication(PrismaSpace space) {
    return space.name().equals(PrismaSpace.APPLICATION);
  }

  private static List<Path> packages(Path folder) throws IOException {
    return Files.isDirectory(folder)
        ? FileOrder.entries(folder).stream().filter(PrismaPackage::isIn).toList()
        : List.of();
  }

  private static PrismaSpace space(String name, Path folder, Path root) throws IOException {
    List<PrismaPackage> all = new ArrayList<>();
    for (Path each : packages(folder)) {
      all.add(PrismaPackage.read(each));
    }
    Optional<String> wanted = name.equals(PrismaSpace.APPLICATION) ? contract(root) : head(folder);
    return new PrismaSpace(name, folder, all, wanted);
  }

  /** The state that the application has been written for. */
  private static Optional<String> contract(Path root) throws IOException {
    Path above = root.toAbsolutePath().normalize().resolveSibling("");
    List<Path> usual =
        List.of(above, above.resolve("prisma"), above.resolve("src").resolve("prisma"));
    for (Path place : usual) {
      Path file = place.resolve(CONTRACT);
      if (Files.isRegularFile(file)) {
        JsonNode contract = JsonFile.read(file);
        requirePostgresql(file, contract.path("target").asString(PrismaOperations.POSTGRESQL));
        return text(contract.path("storage").path("storageHash"));
      }
    }
    return Optional.empty();
  }

  private static void requirePostgresql(Path file, String target) {
    if (!target.equals(PrismaOperations.POSTGRESQL)) {
      throw new MigrationFolderException(
          MigrationFolderException.Kind.NOT_POSTGRESQL, file, target);
    }
  }

  /** The state that an extension is to have. */
  private static Optional<String> head(Path folder) throws IOException {
    Path file = folder.resolve("refs").resolve("head.json");
    return Files.isRegularFile(file) ? text(JsonFile.read(file).path("hash")) : Optional.empty();
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.of(node).filter(JsonNode::isString).map(JsonNode::stringValue);
  }
}
