package de.qapix.checks.finding;

import de.qapix.files.VisibleText;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document that grows element by element, indented, without what XML 1.0 forbids. */
final class Xml {

  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;
  private int depth;

  Xml() {
    text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    try {
      writer = WRITERS.createXMLStreamWriter(text);
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("memory can always be written to", impossible);
    }
  }

  /** Attributes as {@code name=value}. */
  void begin(String name, String... attributes) {
    indent();
    run(() -> writer.writeStartElement(name));
    attributes(attributes);
    depth++;
  }

  void end() {
    depth--;
    indent();
    run(writer::writeEndElement);
  }

  /** An element without others in it. */
  void leaf(String name, String content, String... attributes) {
    indent();
    if (content.isEmpty()) {
      run(() -> writer.writeEmptyElement(name));
      attributes(attributes);
      return;
    }
    run(() -> writer.writeStartElement(name));
    attributes(attributes);
    run(() -> writer.writeCharacters(VisibleText.text(content)));
    run(writer::writeEndElement);
  }

  /** The document so far, as a whole once every element has ended. */
  @Override
  public String toString() {
    run(writer::flush);
    return text + "\n";
  }

  private void attributes(String... attributes) {
    for (String attribute : attributes) {
      int equals = attribute.indexOf('=');
      String value = VisibleText.line(attribute.substring(equals + 1));
      run(() -> writer.writeAttribute(attribute.substring(0, equals), value));
    }
  }

  private void indent() {
    run(() -> writer.writeCharacters("\n" + "  ".repeat(depth)));
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("memory can always be written to", impossible);
    }
  }

  /** A step that writes. */
  private interface Step {
    void run() throws XMLStreamException;
  }
}
