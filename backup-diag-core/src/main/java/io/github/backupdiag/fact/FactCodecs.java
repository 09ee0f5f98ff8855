package io.github.backupdiag.fact;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The codecs of simple values. */
final class FactCodecs {

  static final FactCodec<String> TEXT = codec(text -> text, tree -> as(String.class, tree));
  static final FactCodec<Boolean> FLAG = codec(flag -> flag, tree -> as(Boolean.class, tree));
  static final FactCodec<Long> NUMBER = codec(number -> number, FactCodecs::wholeNumber);
  static final FactCodec<Instant> TIME = codec(Instant::toString, FactCodecs::time);

  private FactCodecs() {}

  static <T> FactCodec<List<T>> listOf(FactCodec<T> element) {
    return codec(
        list -> list.stream().map(element::encode).toList(),
        tree -> {
          List<T> decoded = new ArrayList<>();
          for (Object item : (List<?>) as(List.class, tree)) {
            decoded.add(element.decode(item));
          }
          return List.copyOf(decoded);
        });
  }

  static long wholeNumber(Object tree) {
    if (tree instanceof Long || tree instanceof Integer) {
      return ((Number) tree).longValue();
    }
    throw expected("a whole number", tree);
  }

  static Instant time(Object tree) {
    String text = as(String.class, tree);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is not a UTC time", e);
    }
  }

  static <T> T as(Class<T> type, Object tree) {
    if (type.isInstance(tree)) {
      return type.cast(tree);
    }
    throw expected("a " + type.getSimpleName().toLowerCase(java.util.Locale.ROOT), tree);
  }

  static IllegalArgumentException expected(String what, Object tree) {
    return new IllegalArgumentException(
        "expected "
            + what
            + ", found "
            + (tree == null ? "null" : tree.getClass().getSimpleName()));
  }

  private static <T> FactCodec<T> codec(Function<T, Object> encoder, Function<Object, T> decoder) {
    return new FactCodec<>() {
      @Override
      public Object encode(T value) {
        return encoder.apply(value);
      }

      @Override
      public T decode(Object tree) {
        return decoder.apply(tree);
      }
    };
  }
}
