package de.qapix.sandbox;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A share of all there is, as people write it: 5%, 0.5%. */
public final class Share {

  private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(\\.\\d{1,9})?%");

  private Share() {}

  /**
   * Reads a share: from 0 to 1.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static double parse(String text) {
    String plain = text.strip();
    if (!PERCENT.matcher(plain).matches()) {
      throw new IllegalArgumentException("no share: " + text);
    }
    BigDecimal percent = new BigDecimal(plain.substring(0, plain.length() - 1));
    if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException("more than all: " + text);
    }
    return percent.movePointLeft(2).doubleValue();
  }
}
