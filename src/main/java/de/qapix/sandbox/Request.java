package de.qapix.sandbox;

import com.sun.net.httpserver.HttpExchange;

/**
 * What a client asks.
 *
 * @param number counts the requests of the server, from 1
 * @param authorization the header, or null
 */
record Request(
    long number, String method, String path, Parameters parameters, String authorization) {

  static Request of(long number, HttpExchange exchange) {
    return new Request(
        number,
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        Parameters.parse(exchange.getRequestURI().getRawQuery()),
        exchange.getRequestHeaders().getFirst("Authorization"));
  }
}
