package io.github.backupdiag.internal.flat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Arrays of numbers in a fixed order: what an index consists of. Can be written in one piece at
 * build time and be read again without a loop over their values.
 */
public final class FlatArrays {

  private final List<Object> arrays = new ArrayList<>();

  /** Makes an empty list. */
  public FlatArrays() {}

  /**
   * Adds an array.
   *
   * @param array its numbers, not copied
   * @return this
   */
  public FlatArrays add(int[] array) {
    arrays.add(array);
    return this;
  }

  /**
   * Adds an array.
   *
   * @param array its numbers, not copied
   * @return this
   */
  public FlatArrays add(float[] array) {
    arrays.add(array);
    return this;
  }

  /**
   * Adds an array.
   *
   * @param array its characters, not copied
   * @return this
   */
  public FlatArrays add(char[] array) {
    arrays.add(array);
    return this;
  }

  /**
   * Adds all arrays of another.
   *
   * @param others arrays, in their order
   * @return this
   */
  public FlatArrays addAll(FlatArrays others) {
    arrays.addAll(others.arrays);
    return this;
  }

  /**
   * Adds lists of numbers as two arrays: where each begins, and all numbers.
   *
   * @param lists the lists
   * @return this
   */
  public FlatArrays addLists(List<int[]> lists) {
    int[] starts = new int[lists.size() + 1];
    for (int i = 0; i < lists.size(); i++) {
      starts[i + 1] = starts[i] + lists.get(i).length;
    }
    return add(starts).add(lists.stream().flatMapToInt(Arrays::stream).toArray());
  }

  /** Gives the arrays in the order in which they were added. */
  public interface Reader {

    /**
     * Gives the next array.
     *
     * @return its numbers
     */
    int[] ints();

    /**
     * Gives the next array.
     *
     * @return its numbers
     */
    float[] floats();

    /**
     * Gives the next array.
     *
     * @return its characters
     */
    char[] chars();
  }

  /**
   * Reads what was added.
   *
   * @return the arrays from the first on
   */
  public Reader reader() {
    return new Reader() {

      private int next;

      @Override
      public int[] ints() {
        return (int[]) arrays.get(next++);
      }

      @Override
      public float[] floats() {
        return (float[]) arrays.get(next++);
      }

      @Override
      public char[] chars() {
        return (char[]) arrays.get(next++);
      }
    };
  }

  /**
   * Writes each array as its length and its values, big end first.
   *
   * @return all of them
   */
  public byte[] bytes() {
    int size = arrays.stream().mapToInt(array -> 4 + size(array)).sum();
    ByteBuffer out = ByteBuffer.allocate(size);
    for (Object array : arrays) {
      if (array instanceof int[] ints) {
        out.putInt(ints.length).asIntBuffer().put(ints);
      } else if (array instanceof float[] floats) {
        out.putInt(floats.length).asFloatBuffer().put(floats);
      } else if (array instanceof char[] chars) {
        out.putInt(chars.length).asCharBuffer().put(chars);
      }
      out.position(out.position() + size(array));
    }
    return out.array();
  }

  private static int size(Object array) {
    return array instanceof char[] chars
        ? Character.BYTES * chars.length
        : Integer.BYTES * java.lang.reflect.Array.getLength(array);
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @param in the bytes
   * @return the arrays from the first on
   */
  public static Reader read(ByteBuffer in) {
    return new Reader() {

      @Override
      public int[] ints() {
        int[] array = new int[in.getInt()];
        in.asIntBuffer().get(array);
        in.position(in.position() + Integer.BYTES * array.length);
        return array;
      }

      @Override
      public float[] floats() {
        float[] array = new float[in.getInt()];
        in.asFloatBuffer().get(array);
        in.position(in.position() + Float.BYTES * array.length);
        return array;
      }

      @Override
      public char[] chars() {
        char[] array = new char[in.getInt()];
        in.asCharBuffer().get(array);
        in.position(in.position() + Character.BYTES * array.length);
        return array;
      }
    };
  }
}
