package de.qapix.checks.scratch;

import static de.qapix.checks.scratch.MigrationFolderException.Kind.MANY_ENDS;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.NO_PATH;
import static java.util.Comparator.comparing;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The migrations of Prisma 8 in one folder, as a graph: several may begin at one state, and several
 * may end there.
 *
 * @param wanted the state that the project is to have, where it tells
 */
record PrismaSpace(
    String name, Path folder, List<PrismaPackage> packages, Optional<String> wanted) {

  /** The application's own; the others belong to extensions. */
  static final String APPLICATION = "app";

  PrismaSpace {
    packages =
        packages.stream()
            .sorted(
                comparing(PrismaPackage::createdAt)
                    .thenComparing(PrismaPackage::to)
                    .thenComparing(PrismaPackage::hash))
            .toList();
  }

  /** What is applied to an empty database. */
  List<PrismaPackage> path() {
    return path(PrismaPackage.EMPTY, target())
        .orElseThrow(() -> new MigrationFolderException(NO_PATH, folder, target()));
  }

  /** The state that all migrations lead to: the one that is wanted, or the only end there is. */
  String target() {
    return wanted.orElseGet(this::end);
  }

  private String end() {
    Set<String> begun = packages.stream().map(PrismaPackage::from).collect(Collectors.toSet());
    List<PrismaPackage> last =
        packages.stream()
            .filter(each -> !begun.contains(each.to()))
            .filter(each -> path(PrismaPackage.EMPTY, each.to()).isPresent())
            .toList();
    if (last.stream().map(PrismaPackage::to).distinct().count() != 1) {
      throw new MigrationFolderException(
          MANY_ENDS,
          folder,
          last.stream().map(PrismaPackage::name).collect(Collectors.joining(", ")));
    }
    return last.get(0).to();
  }

  /** The fewest migrations from one state to another; of as many, those that were made first. */
  Optional<List<PrismaPackage>> path(String from, String to) {
    Map<String, List<PrismaPackage>> paths = new HashMap<>(Map.of(from, List.of()));
    Deque<String> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty() && !paths.containsKey(to)) {
      String state = next.remove();
      for (PrismaPackage each : packages) {
        if (each.from().equals(state) && !paths.containsKey(each.to())) {
          List<PrismaPackage> longer = new ArrayList<>(paths.get(state));
          longer.add(each);
          paths.put(each.to(), longer);
          next.add(each.to());
        }
      }
    }
    return Optional.ofNullable(paths.get(to));
  }

  /** What a migration is called where those of all spaces are. */
  String called(PrismaPackage one) {
    return name.equals(APPLICATION) ? one.name() : name + "/" + one.name();
  }
}
