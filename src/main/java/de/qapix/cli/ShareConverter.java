package de.qapix.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** Reads a share as people write it: 5%, 0.5%, 100; the result is from 0 to 1. */
final class ShareConverter implements ITypeConverter<Double> {

  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?) ?%?");
  private static final double WHOLE = 100;

  @Override
  public Double convert(String text) {
    Matcher matcher = PERCENT.matcher(text.strip());
    if (!matcher.matches() || Double.parseDouble(matcher.group(1)) > WHOLE) {
      throw new WrongUseException("use.share", text);
    }
    return Double.parseDouble(matcher.group(1)) / WHOLE;
  }
}
