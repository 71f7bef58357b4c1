package de.qapix.sandbox;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Records of a list in their order, which can be read from any place on. */
interface Records<T> {

  /** A text that tells where the record stands. */
  String place(T record);

  /**
   * The records from a place on, including the one that stands there if it still does.
   *
   * @param place empty for the beginning
   */
  Stream<T> from(Optional<String> place);

  /** Those of a short list. */
  static <T> Records<T> of(Stream<T> all, Function<T, String> place) {
    return new Records<>() {
      @Override
      public String place(T record) {
        return place.apply(record);
      }

      @Override
      public Stream<T> from(Optional<String> begin) {
        return begin.isEmpty()
            ? all
            : all.dropWhile(record -> !place.apply(record).equals(begin.get()));
      }
    };
  }
}
