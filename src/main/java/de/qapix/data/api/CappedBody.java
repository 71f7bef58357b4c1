package de.qapix.data.api;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Collects a body and gives up, with the connection, as soon as it is too large, so that no server
 * can fill the memory.
 */
final class CappedBody implements BodySubscriber<byte[]> {

  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final List<ByteBuffer> parts = new ArrayList<>();
  private Subscription subscription;
  private int size;

  private CappedBody() {}

  /** For one answer each. */
  static BodyHandler<byte[]> handler() {
    return answer -> new CappedBody();
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (whole.isDone()) {
        return;
      }
      if (buffer.remaining() > BodyTooLargeException.MOST - size) {
        parts.clear();
        subscription.cancel();
        whole.completeExceptionally(new BodyTooLargeException());
        return;
      }
      size += buffer.remaining();
      parts.add(buffer);
    }
  }

  @Override
  public void onError(Throwable failure) {
    parts.clear();
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    ByteBuffer all = ByteBuffer.allocate(size);
    parts.forEach(all::put);
    parts.clear();
    whole.complete(all.array());
  }
}
