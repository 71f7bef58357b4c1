package de.qapix.data.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Asks for addresses in threads of their own: a name server that does not answer is left alone. */
final class DnsLookup extends SystemDefaultDnsResolver {

  private final RequestWatch watch;

  DnsLookup(RequestWatch watch) {
    this.watch = watch;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> InetAddress.getAllByName(host));
    Thread thread = new Thread(lookup, "qapix-lookup");
    thread.setDaemon(true);
    thread.start();
    watch.current().waitFor(() -> lookup.cancel(false));
    try {
      return lookup.get();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException(host);
    } catch (CancellationException | ExecutionException notInTime) {
      throw new UnknownHostException(host);
    }
  }
}
