package de.qapix.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A catalog as text, to be kept in the jar and in the cache. */
public final class CatalogJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private CatalogJson() {}

  public static String write(Catalog catalog) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("serverVersion", catalog.serverVersion());
    ArrayNode objects = root.putArray("objects");
    for (SchemaObject object : catalog.objects()) {
      ObjectNode node = objects.addObject();
      node.put("kind", object.name().kind().word());
      node.put("schema", object.name().schema());
      node.put("table", object.name().table());
      node.put("name", object.name().name());
      ObjectNode traits = node.putObject("traits");
      object.traits().forEach(traits::put);
    }
    return MAPPER.writeValueAsString(root);
  }

  /**
   * The catalog of a text that {@link #write} has made.
   *
   * @throws IllegalArgumentException when it is no such text
   */
  public static Catalog read(String text) {
    try {
      JsonNode root = MAPPER.readTree(text);
      List<SchemaObject> objects = new ArrayList<>();
      root.required("objects").forEach(node -> objects.add(object(node)));
      return new Catalog(root.required("serverVersion").intValue(), objects);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException("no catalog", broken);
    }
  }

  private static SchemaObject object(JsonNode node) {
    Map<String, String> traits = new TreeMap<>();
    node.required("traits")
        .properties()
        .forEach(trait -> traits.put(trait.getKey(), trait.getValue().stringValue()));
    return new SchemaObject(
        new ObjectName(
            ObjectKind.of(node.required("kind").stringValue()),
            node.required("schema").stringValue(),
            node.required("table").stringValue(),
            node.required("name").stringValue()),
        traits);
  }
}
