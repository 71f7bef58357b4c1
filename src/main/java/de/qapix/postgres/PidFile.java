package de.qapix.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What {@code postmaster.pid} says: the server's process, its port and how it stands. */
record PidFile(Path data, List<String> lines) {

  private static final int PORT = 3;
  private static final int STATE = 7;

  /** As it is now; without lines when there is none. */
  static PidFile read(Path data) throws IOException {
    try {
      return new PidFile(data, Files.readAllLines(data.resolve("postmaster.pid")));
    } catch (NoSuchFileException none) {
      return new PidFile(data, List.of());
    }
  }

  boolean exists() {
    return Files.exists(data.resolve("postmaster.pid"));
  }

  boolean isReady() {
    return state().equals("ready") && isAlive();
  }

  boolean isStopping() {
    return state().equals("stopping");
  }

  private String state() {
    return lines.size() > STATE ? lines.get(STATE).strip() : "";
  }

  int port() {
    return Integer.parseInt(lines.get(PORT).strip());
  }

  private OptionalLong pid() {
    String pid = lines.isEmpty() ? "" : lines.get(0).strip();
    return pid.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(pid)) : OptionalLong.empty();
  }

  /** Whether some process has the number; it need not be the server. */
  boolean isNumberTaken() {
    return pid().isPresent() && ProcessHandle.of(pid().getAsLong()).isPresent();
  }

  /** Whether the process is a server of this data folder: its number may have been given anew. */
  boolean isAlive() {
    return pid().isPresent() && isServer(Path.of("/proc", String.valueOf(pid().getAsLong())), data);
  }

  void delete() throws IOException {
    Files.deleteIfExists(data.resolve("postmaster.pid"));
  }

  /** Processes of a server of this data folder, its own one or those that it has left behind. */
  static List<ProcessHandle> processes(Path data) {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(process -> isServer(Path.of("/proc", String.valueOf(process.pid())), data))
          .toList();
    }
  }

  private static boolean isServer(Path process, Path data) {
    try {
      Path folder = Files.readSymbolicLink(process.resolve("cwd"));
      Path program = Files.readSymbolicLink(process.resolve("exe"));
      return folder.equals(data) && program.getFileName().toString().startsWith("postgres");
    } catch (IOException gone) {
      return false;
    }
  }
}
