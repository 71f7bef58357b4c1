package de.qapix.checks.scratch;

import java.util.HexFormat;
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
        .map(Sha256::bytes)
        .anyMatch(
            bytes ->
                HexFormat.of().formatHex(bytes).equals(checksum)
                    || withoutZeros(bytes).equals(checksum));
  }

  private static String withoutZeros(byte[] bytes) {
    StringBuilder digits = new StringBuilder();
    for (byte one : bytes) {
      digits.append(Integer.toHexString(Byte.toUnsignedInt(one)));
    }
    return digits.toString();
  }
}
