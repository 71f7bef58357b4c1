package de.qapix.checks.scratch;

import de.qapix.files.Sha256;
import java.util.stream.Stream;

/**
 * Prisma's checksum of a migration: SHA-256 of the file, whose line breaks may have changed since;
 * early versions wrote each byte without its leading zero.
 */
final class PrismaChecksum {

  private PrismaChecksum() {}

  static boolean matches(String text, String checksum) {
    String unix = text.replace("\r\n", "\n");
    return Stream.of(text, unix, unix.replace("\n", "\r\n"))
        .flatMap(variant -> Stream.of(variant, "\uFEFF" + variant))
        .map(Sha256::hex)
        .anyMatch(hex -> hex.equals(checksum) || withoutZeros(hex).equals(checksum));
  }

  private static String withoutZeros(String hex) {
    return hex.replaceAll("0(.)|(..)", "$1$2");
  }
}
