package io.github.backupdiag.fact;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the codec of a record component by its declared type. */
final class ValueCodec {

  private ValueCodec() {}

  /** Refuses a type that cannot be stored, when the key is made and not when it is first used. */
  static void check(Class<? extends Record> type) {
    checkRecord(type, new HashSet<>());
  }

  private static void checkRecord(Class<?> type, Set<Class<?>> seen) {
    if (seen.add(type)) {
      for (RecordComponent component : type.getRecordComponents()) {
        String where = type.getSimpleName() + "." + component.getName();
        check(component.getGenericType(), where, seen);
      }
    }
  }

  private static void check(Type type, String where, Set<Class<?>> seen) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      boolean map = generic.getRawType() == Map.class && arguments[0] == String.class;
      if (generic.getRawType() == List.class || map) {
        check(arguments[arguments.length - 1], where, seen);
        return;
      }
    } else if (type instanceof Class<?> plain && isStorable(plain)) {
      if (plain.isRecord()) {
        checkRecord(plain, seen);
      }
      return;
    }
    throw new IllegalArgumentException(where + " has type " + type + ", which cannot be stored");
  }

  private static boolean isStorable(Class<?> type) {
    return type == String.class
        || type == boolean.class
        || type == Boolean.class
        || type == int.class
        || type == Integer.class
        || type == long.class
        || type == Long.class
        || type == double.class
        || type == Double.class
        || type == Instant.class
        || type == Duration.class
        || type.isEnum()
        || type.isRecord();
  }

  @SuppressWarnings("unchecked")
  static FactCodec<Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      FactCodec<Object> element = of(arguments[arguments.length - 1]);
      FactCodec<?> codec =
          generic.getRawType() == List.class ? FactCodecs.listOf(element) : new Entries(element);
      return (FactCodec<Object>) codec;
    }
    return new Plain((Class<?>) type);
  }

  private record Entries(FactCodec<Object> element) implements FactCodec<Object> {

    @Override
    public Object encode(Object value) {
      // Sorted: the order of an immutable map differs from run to run.
      Map<String, Object> tree = new TreeMap<>();
      ((Map<?, ?>) value).forEach((key, item) -> tree.put((String) key, element.encode(item)));
      return tree;
    }

    @Override
    public Object decode(Object tree) {
      Map<String, Object> decoded = new LinkedHashMap<>();
      Map<?, ?> entries = FactCodecs.as(Map.class, tree);
      entries.forEach((key, item) -> decoded.put((String) key, element.decode(item)));
      return java.util.Collections.unmodifiableMap(decoded);
    }
  }

  /** A simple value, an enum or a nested record. */
  private static final class Plain implements FactCodec<Object> {

    private final Class<?> type;
    private final @Nullable FactCodec<Object> nested;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Plain(Class<?> type) {
      this.type = type;
      this.nested = type.isRecord() ? new RecordCodec(type) : null;
    }

    @Override
    public Object encode(Object value) {
      if (nested != null) {
        return nested.encode(value);
      }
      if (value instanceof Integer number) {
        return number.longValue();
      }
      if (value instanceof Enum<?> constant) {
        return constant.name();
      }
      return value instanceof Instant || value instanceof Duration ? value.toString() : value;
    }

    @Override
    public Object decode(Object tree) {
      if (nested != null) {
        return nested.decode(tree);
      }
      if (type == int.class || type == Integer.class) {
        return wholeInt(FactCodecs.wholeNumber(tree));
      }
      if (type == long.class || type == Long.class) {
        return FactCodecs.wholeNumber(tree);
      }
      if (type == double.class || type == Double.class) {
        return number(tree);
      }
      if (type == boolean.class) {
        return FactCodecs.as(Boolean.class, tree);
      }
      return type == Boolean.class || type == String.class
          ? FactCodecs.as(type, tree)
          : decodeText(FactCodecs.as(String.class, tree));
    }

    private static int wholeInt(long number) {
      if (number == (int) number) {
        return (int) number;
      }
      throw new IllegalArgumentException(number + " does not fit into 32 bits");
    }

    /** JSON has no word for these three; they are written as texts. */
    private static double number(Object tree) {
      if ("NaN".equals(tree) || "Infinity".equals(tree) || "-Infinity".equals(tree)) {
        return Double.parseDouble((String) tree);
      }
      return FactCodecs.as(Number.class, tree).doubleValue();
    }

    private Object decodeText(String text) {
      if (type == Instant.class) {
        return FactCodecs.time(text);
      }
      if (type == Duration.class) {
        return duration(text);
      }
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(text)) {
          return constant;
        }
      }
      throw new IllegalArgumentException("'" + text + "' is not a " + type.getSimpleName());
    }

    private static Duration duration(String text) {
      try {
        return Duration.parse(text);
      } catch (java.time.DateTimeException e) {
        throw new IllegalArgumentException("'" + text + "' is not a duration", e);
      }
    }
  }
}
