package io.github.backupdiag.internal.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a small object, in their order. Searched one by one, which for a dozen names is
 * faster than to hash them, and takes a quarter of the memory. Immutable.
 */
final class FewFields extends AbstractMap<String, Json> {

  private final String[] names;
  private final Json[] values;

  private FewFields(String[] names, Json[] values) {
    this.names = names;
    this.values = values;
  }

  /** Takes the first names and values, all names different. */
  static FewFields of(String[] names, Json[] values, int size) {
    return new FewFields(Arrays.copyOf(names, size), Arrays.copyOf(values, size));
  }

  static int find(Object name, String[] names, int size) {
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public @Nullable Json get(@Nullable Object name) {
    int at = name == null ? -1 : find(name, names, names.length);
    return at < 0 ? null : values[at];
  }

  @Override
  public Set<Entry<String, Json>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return names.length;
      }

      @Override
      public Iterator<Entry<String, Json>> iterator() {
        return entries();
      }
    };
  }

  private Iterator<Entry<String, Json>> entries() {
    return new Iterator<>() {
      private int at;

      @Override
      public boolean hasNext() {
        return at < names.length;
      }

      @Override
      public Entry<String, Json> next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        Entry<String, Json> entry = Map.entry(names[at], values[at]);
        at++;
        return entry;
      }
    };
  }
}
