package de.qapix.cli;

import de.qapix.sandbox.Share;
import picocli.CommandLine.ITypeConverter;

/** Reads a percentage as a number from 0 to 1. */
public final class ShareConverter implements ITypeConverter<Double> {

  @Override
  public Double convert(String text) {
    try {
      return Share.parse(text);
    } catch (IllegalArgumentException noShare) {
      throw new WrongUseException("use.share", text);
    }
  }
}
