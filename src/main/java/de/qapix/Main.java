package de.qapix;

/** Puts the parts together by hand; the only class that knows them all. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {}
}
