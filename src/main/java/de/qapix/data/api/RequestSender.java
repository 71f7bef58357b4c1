package de.qapix.data.api;

import java.io.IOException;
import java.util.Optional;
import org.apache.hc.client5.http.RouteInfo;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Sends a request over a connection. It tells apart what the library does not: the answer of a
 * proxy that leads nowhere from that of the API, and a connection that was closed while nobody used
 * it from one that breaks.
 */
final class RequestSender extends HttpRequestExecutor {

  private static final int OK = 200;

  private final Optional<Proxy> proxy;

  RequestSender(Optional<Proxy> proxy) {
    this.proxy = proxy;
  }

  /**
   * @throws TunnelException when a proxy does not lead to the host
   * @throws ClosedConnectionException when the request is to be sent once more
   */
  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      HttpResponseInformationCallback information,
      HttpContext context)
      throws IOException, HttpException {
    if (Method.CONNECT.isSame(request.getMethod())) {
      return connect(request, connection, context);
    }
    EndpointDetails traffic = connection.getEndpointDetails();
    long answers = traffic.getResponseCount();
    long bytes = traffic.getReceivedBytesCount();
    try {
      return super.execute(request, connection, information, context);
    } catch (IOException broken) {
      RouteInfo route = HttpClientContext.cast(context).getHttpRoute();
      boolean kept = answers > (route.isTunnelled() ? 1 : 0);
      throw kept && traffic.getReceivedBytesCount() == bytes
          ? new ClosedConnectionException(broken)
          : broken;
    }
  }

  private ClassicHttpResponse connect(
      ClassicHttpRequest request, HttpClientConnection connection, HttpContext context)
      throws IOException, HttpException {
    proxy
        .filter(any -> !any.login().isEmpty())
        .ifPresent(any -> request.setHeader(HttpHeaders.PROXY_AUTHORIZATION, any.authorization()));
    ClassicHttpResponse answer = super.execute(request, connection, null, context);
    if (answer.getCode() != OK) {
      throw new TunnelException(answer.getCode());
    }
    return answer;
  }
}
