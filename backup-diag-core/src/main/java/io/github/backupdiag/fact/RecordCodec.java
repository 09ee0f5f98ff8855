package io.github.backupdiag.fact;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Stores records by their components. Written here rather than taken from a data binder, since that
 * alone costs four times the start of a JVM (perf-startup study) and the command line is short.
 */
final class RecordCodec<T extends Record> implements FactCodec<T> {

  private final Class<T> type;
  private volatile @Nullable Shape<T> shape;

  RecordCodec(Class<T> type) {
    this.type = type;
    ValueCodec.check(type);
  }

  @Override
  public Object encode(T value) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (Part part : shape().parts) {
      Object component = part.read(value);
      if (component != null && !(component instanceof Map<?, ?> map && map.isEmpty())) {
        tree.put(part.name, part.codec.encode(component));
      }
    }
    return tree;
  }

  @Override
  public T decode(Object tree) {
    Map<?, ?> map = FactCodecs.as(Map.class, tree);
    Shape<T> known = shape();
    Object[] arguments = new Object[known.parts.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = known.parts.get(i).decode(map, type.getSimpleName());
    }
    return known.create(arguments);
  }

  private Shape<T> shape() {
    Shape<T> known = shape;
    if (known == null) {
      known = Shape.of(type);
      shape = known;
    }
    return known;
  }

  /** Constructor and components, looked up at first use. */
  private record Shape<T>(Constructor<T> constructor, List<Part> parts) {

    static <T> Shape<T> of(Class<T> type) {
      RecordComponent[] components = type.getRecordComponents();
      List<Part> parts = new ArrayList<>();
      for (RecordComponent component : components) {
        parts.add(
            new Part(
                component.getName(),
                component,
                component.getAccessor(),
                ValueCodec.of(component.getGenericType())));
      }
      try {
        Class<?>[] types =
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return new Shape<>(type.getDeclaredConstructor(types), List.copyOf(parts));
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(type + " has no canonical constructor", e);
      }
    }

    T create(Object[] arguments) {
      try {
        return constructor.newInstance(arguments);
      } catch (java.lang.reflect.InvocationTargetException e) {
        throw new IllegalArgumentException(String.valueOf(e.getCause()), e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(
            constructor.getDeclaringClass() + " must be public in an exported package", e);
      }
    }
  }

  private record Part(
      String name, RecordComponent component, Method accessor, FactCodec<Object> codec) {

    @Nullable Object read(Object value) {
      try {
        return accessor.invoke(value);
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(
            value.getClass() + " must be public in an exported package", e);
      }
    }

    /** Where nothing says which components may be null, all but numbers and flags may be. */
    private boolean isRequired() {
      Class<?> type = component.getType();
      if (type.isPrimitive() || type == List.class || type == Map.class) {
        return type.isPrimitive();
      }
      try {
        return component.getDeclaringRecord().getPackage().isAnnotationPresent(NullMarked.class)
            && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      } catch (NoClassDefFoundError e) {
        return false; // a module path without JSpecify, which nobody needs at run time
      }
    }

    @Nullable Object decode(Map<?, ?> tree, String owner) {
      Object part = tree.get(name);
      if (part == null) {
        if (isRequired()) {
          throw new IllegalArgumentException(owner + "." + name + " is missing");
        }
        Class<?> type = component.getType();
        return List.class == type ? List.of() : Map.class == type ? Map.of() : null;
      }
      try {
        return codec.decode(part);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(owner + "." + name + ": " + e.getMessage(), e);
      }
    }
  }
}
