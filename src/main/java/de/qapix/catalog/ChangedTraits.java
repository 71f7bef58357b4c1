package de.qapix.catalog;

import de.qapix.catalog.CatalogDifference.Kind;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What differs in an object that both catalogs have, each thing once. */
final class ChangedTraits {

  private static final String TYPE = "type";

  private final SchemaObject wanted;
  private final SchemaObject there;
  private final ComparablePrint printing;

  ChangedTraits(SchemaObject wanted, SchemaObject there, ComparablePrint printing) {
    this.wanted = wanted;
    this.there = there;
    this.printing = printing;
  }

  Stream<CatalogDifference> differences() {
    Set<String> traits = new TreeSet<>(wanted.traits().keySet());
    traits.addAll(there.traits().keySet());
    return traits.stream()
        .filter(trait -> !follows(trait) && differs(trait))
        .map(
            trait ->
                new CatalogDifference(
                    Kind.CHANGED, wanted.name(), trait, wanted.trait(trait), there.trait(trait)));
  }

  /** Whether the trait could not be the same, as another one that is told is not. */
  private boolean follows(String trait) {
    return switch (trait) {
      case "inherited", "identity sequence name" -> true;
      case "partition bound" -> differs("parent");
      case "identity sequence" -> differs("identity");
      case TYPE -> false;
      // Who has made it is not known of what migrations make.
      case "owning role" -> wanted.trait(trait).isEmpty() || there.trait(trait).isEmpty();
      case "not null constraint", "not null comment" ->
          !printing.namesNotNull() || differs("nullability");
      default -> wanted.name().kind() != ObjectKind.COLUMN && differs(TYPE);
    };
  }

  private boolean differs(String trait) {
    return !Objects.equals(
        wanted.trait(trait).map(text -> printing.comparable(trait, text)),
        there.trait(trait).map(text -> printing.comparable(trait, text)));
  }
}
