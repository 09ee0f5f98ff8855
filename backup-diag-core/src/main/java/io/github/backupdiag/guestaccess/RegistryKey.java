package io.github.backupdiag.guestaccess;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A key of the registry with what was asked for of it.
 *
 * @param name its own name, the last part of the full one
 * @param values its values in the order of the source
 * @param keys its subkeys in the order of the source; empty at the deepest level asked for
 * @param complete false if a limit or a refusal left out values or keys, here or further down
 */
public record RegistryKey(
    String name, List<RegistryValue> values, List<RegistryKey> keys, boolean complete) {

  /**
   * Copies the lists.
   *
   * @param name its own name
   * @param values its values
   * @param keys its subkeys
   * @param complete false if something was left out
   */
  public RegistryKey {
    values = List.copyOf(values);
    keys = List.copyOf(keys);
  }

  /**
   * Finds a value.
   *
   * @param wanted its name without regard to case; empty for the default value
   * @return the value, or empty if the key has none of that name
   */
  public Optional<RegistryValue> value(String wanted) {
    return values.stream().filter(value -> value.name().equalsIgnoreCase(wanted)).findFirst();
  }

  /**
   * Reads a value as text, whatever its type.
   *
   * @param wanted its name without regard to case; empty for the default value
   * @return its data, or empty if the key has none of that name
   */
  public Optional<String> text(String wanted) {
    return value(wanted).map(RegistryValue::data);
  }

  /**
   * Reads a value that is a number of at most 63 bits.
   *
   * @param wanted its name without regard to case
   * @return the number, or empty if the key has no such value or it is of no number type
   */
  public OptionalLong number(String wanted) {
    RegistryValue value = value(wanted).orElse(null);
    if (value == null || !value.type().matches("REG_(DWORD|DWORD_BIG_ENDIAN|QWORD)")) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(value.data()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Finds a key further down.
   *
   * @param path names with backslashes between them, without regard to case
   * @return the key, or empty if none was seen there
   */
  public Optional<RegistryKey> key(String path) {
    int end = path.indexOf('\\');
    String first = end < 0 ? path : path.substring(0, end);
    Optional<RegistryKey> found =
        keys.stream().filter(key -> key.name().equalsIgnoreCase(first)).findFirst();
    return end < 0 ? found : found.flatMap(key -> key.key(path.substring(end + 1)));
  }
}
