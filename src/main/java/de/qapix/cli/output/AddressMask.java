package de.qapix.cli.output;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.regex.Pattern;

/** Takes addresses of databases, which may hold a password, out of what somebody has typed. */
public final class AddressMask {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "((?:jdbc:)?postgres(?:ql)?:(?://)?|[a-z][a-z0-9+.-]*://(?=\\S*@))\\S+",
          CASE_INSENSITIVE);

  private AddressMask() {}

  /** The text with asterisks where an address of a database, or one with a user, goes on. */
  public static String mask(String typed) {
    return ADDRESS.matcher(typed).replaceAll("$1***");
  }

  /** An address of the web whose host may be shown: whatever stands before an @ is a secret. */
  public static String maskUser(String address) {
    return address.replaceAll("//.*@", "//***@");
  }
}
