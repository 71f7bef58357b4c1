package de.qapix.data.api;

import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * Connections to an API, and what the library is told not to do over them: to ask again, to follow
 * redirects, to unpack, to log in and to remember cookies is up to us or unwanted.
 */
final class HttpConnections {

  private static final Timeout CONNECT = Timeout.ofSeconds(10);

  /** What is idle for longer may be cut without a word by what lies in between. */
  private static final Timeout LONGEST_IDLE = Timeout.ofSeconds(20);

  private static final Http1Config HEADS =
      Http1Config.custom().setMaxLineLength(64 * 1024).setMaxHeaderCount(1000).build();

  private HttpConnections() {}

  /** As many as there may be requests at once, kept for those that follow. */
  static CloseableHttpClient to(ApiAccess access, RequestWatch watch) {
    HttpClientBuilder client =
        HttpClientBuilder.create()
            .setConnectionManager(connections(access, watch))
            .setRequestExecutor(new RequestSender(access.network().proxy()))
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setAuthenticationEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .setConnectionRequestTimeout(Timeout.DISABLED)
                    .build())
            .setUserAgent("qapix")
            .disableAuthCaching()
            .disableAutomaticRetries()
            .disableConnectionState()
            .disableContentCompression()
            .disableCookieManagement()
            .disableRedirectHandling();
    access
        .network()
        .proxy()
        .ifPresent(proxy -> client.setProxy(new HttpHost(proxy.host(), proxy.port())));
    return client.build();
  }

  private static HttpClientConnectionManager connections(ApiAccess access, RequestWatch watch) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(HEADS)
                .responseParserFactory(StrictHeaderParser::new)
                .build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(CONNECT)
                .setIdleTimeout(LONGEST_IDLE)
                .build())
        // How long a request may take is watched as a whole.
        .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(Timeout.DISABLED).build())
        .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(Timeout.DISABLED).build())
        .setDnsResolver(new DnsLookup(watch))
        .setTlsSocketStrategy(access.isSecure() ? tls(access.network().trust()) : noTls())
        .setMaxConnPerRoute(access.concurrency())
        .setMaxConnTotal(access.concurrency())
        .build();
  }

  private static TlsSocketStrategy tls(Optional<SSLContext> trust) {
    return new DefaultClientTlsStrategy(
        trust.orElseGet(HttpConnections::usualTrust), HostnameVerificationPolicy.BUILTIN, null);
  }

  /** What this Java trusts. */
  private static SSLContext usualTrust() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java speaks TLS", impossible);
    }
  }

  /** To set up what nobody needs takes a tenth of a second. */
  private static TlsSocketStrategy noTls() {
    return (socket, host, port, attachment, context) -> {
      throw new SSLException("TLS to a plain address");
    };
  }
}
