package de.qapix.checks.finding;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The official schemas, as artifacts on Maven Central hold them. */
final class SchemasOfReports {

  private SchemasOfReports() {}

  /** What OASIS' schema of SARIF 2.1.0 says against it, formats of dates and URIs included. */
  static List<Error> faultsOfSarif(String report) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(resource("/schema/sarif-schema-2.1.0.json"))
        .validate(
            report,
            InputFormat.JSON,
            execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  /**
   * Throws where the schema of Ant's reports does not allow it: the strict one, from before there
   * were skipped tests. The artifact holds it within a namespace, which reports do not have: it is
   * taken out again.
   */
  static void validateJunit(String report) throws SAXException, IOException {
    String schema =
        resource("/xsd/junit.xsd")
            .replace("targetNamespace=\"urn:junit.baev.github.com\"", "")
            .replace("\"ns:", "\"");
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(new StreamSource(new StringReader(schema)))
        .newValidator()
        .validate(new StreamSource(new StringReader(report)));
  }

  private static String resource(String name) {
    try (InputStream resource = SchemasOfReports.class.getResourceAsStream(name)) {
      return new String(resource.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new IllegalStateException(name, broken);
    }
  }
}
