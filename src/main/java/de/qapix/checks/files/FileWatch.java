package de.qapix.checks.files;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Notices which files of some folders change. */
public final class FileWatch implements AutoCloseable {

  /** An editor writes a file in several steps. */
  private static final Duration SETTLING = Duration.ofMillis(20);

  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();

  public FileWatch() throws IOException {
    this.service = FileSystems.getDefault().newWatchService();
  }

  /** Watches these folders, but not what is in folders within them. */
  public void watch(Collection<Path> more) throws IOException {
    for (Path folder : more) {
      if (!folders.containsValue(folder) && Files.isDirectory(folder)) {
        folders.put(folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE), folder);
      }
    }
  }

  /** Waits until something has changed, but no longer than that; what is lost is a folder. */
  public Set<Path> changes(Duration longest) throws InterruptedException {
    Set<Path> changed = new HashSet<>();
    WatchKey key = service.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    while (key != null) {
      Path folder = folders.get(key);
      for (WatchEvent<?> event : key.pollEvents()) {
        changed.add(event.context() instanceof Path name ? folder.resolve(name) : folder);
      }
      if (!key.reset()) {
        folders.remove(key);
      }
      key = service.poll(SETTLING.toMillis(), TimeUnit.MILLISECONDS);
    }
    return changed;
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
