package de.qapix.checks.finding;

import tools.jackson.databind.json.JsonMapper;

/** JSON in lines that can be read. */
final class Pretty {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Pretty() {}

  static String json(String text) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MAPPER.readTree(text)) + "\n";
  }
}
