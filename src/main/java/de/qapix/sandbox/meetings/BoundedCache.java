package de.qapix.sandbox.meetings;

import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Values that are made once and kept while there is room for them. */
final class BoundedCache<K, V> {

  private final ConcurrentMap<K, SoftReference<V>> values = new ConcurrentHashMap<>();
  private final Function<K, V> make;

  /**
   * @param make must not ask for another value of the same kind
   */
  BoundedCache(Function<K, V> make) {
    this.make = make;
  }

  V get(K key) {
    SoftReference<V> known = values.get(key);
    V value = known == null ? null : known.get();
    while (value == null) {
      value = values.compute(key, this::made).get();
    }
    return value;
  }

  private SoftReference<V> made(K key, SoftReference<V> known) {
    return known == null || known.get() == null ? new SoftReference<>(make.apply(key)) : known;
  }
}
