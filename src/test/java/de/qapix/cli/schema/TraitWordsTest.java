package de.qapix.cli.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import de.qapix.TestDatabase;
import de.qapix.catalog.CatalogQueries;
import de.qapix.catalog.ComparedTraits;
import de.qapix.catalog.ObjectKind;
import de.qapix.cli.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TraitWordsTest {

  /** What names an object, and what no difference is told of. */
  private static final Set<String> NO_TRAITS =
      Set.of("schema", "table", "name", "inherited", "present", "identity sequence name");

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  @Test
  void there_are_words_in_both_languages_for_all_that_can_differ() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      Messages messages = new Messages(language);
      for (ObjectKind kind : ObjectKind.values()) {
        assertThat(messages.find("finding.kind." + kind.word())).as(kind.word()).isPresent();
        Stream.concat(
                Stream.of("owning role", "privileges"), ComparedTraits.all().get(kind).stream())
            .forEach(
                trait ->
                    assertThat(messages.find("finding.trait." + trait.replace(' ', '-')))
                        .as(kind + " " + trait)
                        .isPresent());
      }
    }
  }

  @Test
  void what_has_no_words_is_told_in_those_of_the_server() {
    TraitWords words = new TraitWords(new Messages(Locale.GERMAN));

    assertThat(words.trait("some new-trait")).isEqualTo("some new trait");
    assertThat(words.kind("gadget")).isEqualTo("gadget");
  }

  @Test
  void the_readme_lists_what_is_compared_as_the_command_does() throws IOException {
    assertThat(Files.readString(Path.of("README.md")))
        .contains("```\n" + new ComparedWords(new Messages(Locale.ENGLISH)).text() + "\n```");
  }

  @Test
  void what_is_compared_is_what_the_queries_have() {
    for (ObjectKind kind : ObjectKind.values()) {
      assertThat(ComparedTraits.all().get(kind))
          .isEqualTo(traits(kind).filter(name -> !NO_TRAITS.contains(name)).toList());
    }
  }

  private Stream<String> traits(ObjectKind kind) {
    return Stream.of(
            database
                .sql()
                .resultQuery(CatalogQueries.text(kind), val(new String[0]))
                .fetch()
                .fields())
        .map(Field::getName);
  }
}
