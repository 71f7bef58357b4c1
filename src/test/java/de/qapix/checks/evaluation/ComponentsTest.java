package de.qapix.checks.evaluation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.checks.text.QueryFile;
import org.junit.jupiter.api.Test;

/** Scripts in the files of components, with their places. */
class ComponentsTest {

  /** Line and text of each query. */
  private static String queries(String name, String text) {
    QueryFile file =
        new Scanned()
            .with("Table.vue", "<script lang='ts'>export const TABLE = 'place';</script>")
            .file(name, text);
    return file.queries().stream()
        .map(
            query ->
                file.source().place(query.start(), query.end()).line()
                    + " "
                    + Scanned.text(query.variants().get(0)))
        .collect(joining("\n"));
  }

  @Test
  void vue() {
    assertThat(
            queries(
                "A.vue",
                """
                <!-- <script>db.query('SELECT a FROM comment')</script> -->
                <template><p v-if="a < b">it's {{ `select a from template` }}</p></template>
                <script lang="ts">
                import { TABLE } from './Table.vue';
                export default { name: `x` };
                </script>
                <script setup lang="ts" generic="T extends Record<string, X>">
                const props = defineProps<{ id: number }>();
                const rows = await db.query(`SELECT a FROM ${TABLE} WHERE id = 1`);
                </script>
                <script type="application/json">{ "q": "SELECT a FROM json" }</script>
                <style>.a { content: 'select a from style' }</style>
                """))
        .isEqualTo("9 SELECT a FROM place WHERE id = 1");
  }

  @Test
  void svelte() {
    assertThat(
            queries(
                "A.svelte",
                """
                <script context="module" lang="ts">
                  export const load = () => sql`SELECT a FROM t`;
                </script>
                <script>
                  let name = 'SELECT b FROM t';
                </script>
                {#if x < 3}<p>don't {name}</p>{/if}
                """))
        .isEqualTo("2 SELECT a FROM t\n5 SELECT b FROM t");
  }

  @Test
  void astro() {
    assertThat(
            queries(
                "A.astro",
                """
                ---
                import { db } from '../db';
                const { rows } = await db.query('SELECT a FROM t');
                ---
                <ul>{rows.map((row) => <li>it's {row.a}</li>)}</ul>
                <script>fetch('/x').then(() => db.query('SELECT b FROM t'));</script>
                """))
        .isEqualTo("3 SELECT a FROM t\n6 SELECT b FROM t");
  }
}
