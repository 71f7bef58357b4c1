package de.qapix.checks.finding;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.checks.finding.Baseline.Entry;
import de.qapix.checks.finding.BaselineException.Kind;
import de.qapix.files.AtomicFile;
import de.qapix.files.IoReason;
import de.qapix.files.JsonText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A baseline as a JSON file with one line for each entry, so that Git shows and merges it well. */
public final class BaselineFile {

  private static final int VERSION = 1;

  private final Path file;

  public BaselineFile(Path file) {
    this.file = file;
  }

  /** Throws a {@link BaselineException} where there is none that can be used. */
  public Baseline read() {
    JsonNode tree = tree();
    JsonNode version = tree.path("version");
    JsonNode findings = tree.path("findings");
    if (!version.isInt() || !findings.isArray()) {
      throw new BaselineException(Kind.NO_BASELINE, file, "", null);
    }
    if (version.intValue() != VERSION) {
      throw new BaselineException(
          Kind.UNKNOWN_VERSION, file, String.valueOf(version.intValue()), null);
    }
    return new Baseline(findings.valueStream().map(this::entry).toList());
  }

  /** All or nothing: who reads at the same time reads the old one or the new one. */
  public void write(Baseline baseline) {
    try {
      AtomicFile.write(file, text(baseline).getBytes(UTF_8));
    } catch (IOException broken) {
      throw new BaselineException(Kind.UNWRITABLE, file, IoReason.of(broken), broken);
    }
  }

  private JsonNode tree() {
    try {
      return JsonText.read(Files.readString(file, UTF_8));
    } catch (NoSuchFileException missing) {
      throw new BaselineException(Kind.MISSING, file, IoReason.of(missing), missing);
    } catch (CharacterCodingException notUtf8) {
      throw new BaselineException(Kind.NOT_UTF8, file, "", notUtf8);
    } catch (IOException broken) {
      throw new BaselineException(Kind.UNREADABLE, file, IoReason.of(broken), broken);
    } catch (JacksonException notJson) {
      throw new BaselineException(Kind.MALFORMED, file, notJson.getOriginalMessage(), notJson);
    }
  }

  private Entry entry(JsonNode node) {
    return new Entry(text(node, "fingerprint"), text(node, "rule"), text(node, "subject"));
  }

  private String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (!value.isString()) {
      throw new BaselineException(Kind.INCOMPLETE, file, key + ": " + node, null);
    }
    return value.stringValue();
  }

  private static String text(Baseline baseline) {
    if (baseline.entries().isEmpty()) {
      return "{\n  \"version\": %d,\n  \"findings\": []\n}\n".formatted(VERSION);
    }
    return baseline.entries().stream()
        .map(entry -> "    " + line(entry))
        .collect(
            Collectors.joining(
                ",\n",
                "{\n  \"version\": %d,\n  \"findings\": [\n".formatted(VERSION),
                "\n  ]\n}\n"));
  }

  private static String line(Entry entry) {
    return JsonText.of(
        JsonText.object()
            .put("fingerprint", entry.fingerprint())
            .put("rule", entry.rule())
            .put("subject", entry.subject()));
  }
}
