package de.qapix.data.api;

import java.time.Duration;
import java.util.OptionalInt;

/** Is told of every request once it is over; called by many threads. */
public interface RequestLog {

  /**
   * A request is over.
   *
   * @param request method and path, without parameters
   * @param status of the answer; 0 where none came
   * @param remaining requests that the API's limit leaves; empty where it did not say
   */
  void over(ApiRequest request, int status, Duration took, OptionalInt remaining);
}
