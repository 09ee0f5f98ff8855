package io.github.backupdiag.cli;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One of several parts of a set of names. A name falls to a part by its own CRC-32, not by its
 * place, so that it stays there when others come and go.
 *
 * @param number from 1 to {@code of}
 * @param of how many parts there are
 */
record Shard(int number, int of) {

  static final Shard WHOLE = new Shard(1, 1);

  private static final int MOST = 9999;

  boolean holds(String name) {
    CRC32 sum = new CRC32();
    sum.update(name.getBytes(StandardCharsets.UTF_8));
    return sum.getValue() % of == number - 1;
  }

  /** Reads {@code --shard}. */
  static final class OfText implements ITypeConverter<Shard> {
    @Override
    public Shard convert(String text) {
      if (text.matches("[0-9]{1,4}/[0-9]{1,4}")) {
        int slash = text.indexOf('/');
        int number = Integer.parseInt(text.substring(0, slash));
        int of = Integer.parseInt(text.substring(slash + 1));
        if (number >= 1 && number <= of && of <= MOST) {
          return new Shard(number, of);
        }
      }
      throw new TypeConversionException(
          "'" + text + "' is no part for --shard; write 1/4 for the first of four");
    }
  }
}
