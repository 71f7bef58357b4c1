package de.qapix.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Fetches addresses as fast as the JDK's client can, and throws the answers away. */
final class BareLoop {

  private BareLoop() {}

  /** Arguments: a file with an address a line, and how many requests are under way at once. */
  public static void main(String[] arguments) throws Exception {
    List<String> addresses = Files.readAllLines(Path.of(arguments[0]));
    int concurrency = Integer.parseInt(arguments[1]);
    Semaphore lanes = new Semaphore(concurrency);
    HttpClient http = HttpClient.newHttpClient();
    long began = System.nanoTime();
    for (String address : addresses) {
      lanes.acquire();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address))
              .header("Authorization", "Bearer sandbox")
              .build();
      var unused =
          http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
              .whenComplete((answer, failure) -> lanes.release());
    }
    lanes.acquire(concurrency);
    System.out.println((System.nanoTime() - began) / 1e9);
  }
}
