package de.qapix.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The data folder and the passwords. */
final class Cluster {

  static final String ADMINISTRATOR = "qapix_admin";
  static final String USER = "qapix";

  private static final int PASSWORD_BYTES = 24;
  private static final String SETTINGS =
      """
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      max_connections = 60
      shared_buffers = 32MB
      wal_level = minimal
      max_wal_senders = 0
      max_wal_size = 256MB
      min_wal_size = 32MB
      timezone = 'UTC'
      log_timezone = 'UTC'
      log_checkpoints = off
      """;

  private final Path home;
  private final ServerPrograms tools;

  Cluster(Path home, ServerPrograms tools) {
    this.home = home;
    this.tools = tools;
  }

  /** Makes the data folder when there is none. */
  void create(Runnable creating) throws IOException, InterruptedException {
    if (Files.isDirectory(home.resolve("data"))) {
      return;
    }
    creating.run();
    if (!Files.exists(administratorFile())) {
      PrivateFolder.write(administratorFile(), password());
    }
    if (!Files.exists(userFile())) {
      PrivateFolder.write(userFile(), password());
    }
    Path fresh = PrivateFolder.temporary(home);
    int code =
        tools.run(
            "initdb",
            List.of(
                "-D",
                fresh.toString(),
                "-U",
                ADMINISTRATOR,
                "-E",
                "UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "-A",
                "scram-sha-256",
                "--pwfile=" + administratorFile(),
                "--data-checksums",
                "--no-instructions"));
    if (code != 0) {
      throw tools.failed(tools.log());
    }
    Files.writeString(fresh.resolve("postgresql.conf"), SETTINGS, StandardOpenOption.APPEND);
    Files.move(fresh, home.resolve("data"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String password() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private Path administratorFile() {
    return home.resolve("password");
  }

  private Path userFile() {
    return home.resolve("user-password");
  }

  String administratorPassword() throws IOException {
    return Files.readString(administratorFile());
  }

  String userPassword() throws IOException {
    return Files.readString(userFile());
  }

  /** A sibling that holds the data of another major version: to begin anew would hide them. */
  static Optional<String> otherVersion(Path base, String major) throws IOException {
    if (!Files.isDirectory(base) || Files.isDirectory(base.resolve(major).resolve("data"))) {
      return Optional.empty();
    }
    try (Stream<Path> siblings = Files.list(base)) {
      return siblings
          .filter(sibling -> Files.isDirectory(sibling.resolve("data")))
          .map(sibling -> sibling.getFileName().toString())
          .findFirst();
    }
  }
}
