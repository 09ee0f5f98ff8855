package io.github.backupdiag.fact;

/**
 * Turns a fact's value into a plain tree and back, so that it can be stored, sent and redacted.
 *
 * <p>A tree is made of {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code null},
 * {@code List} and {@code Map} with {@code String} keys. {@code decode(encode(v))} equals {@code
 * v}, and decoding survives maps with unknown keys. Implementations are stateless.
 *
 * @param <T> type of the value
 */
public interface FactCodec<T> {

  /**
   * Encodes a value.
   *
   * @param value what to encode
   * @return the tree
   */
  Object encode(T value);

  /**
   * Decodes a tree.
   *
   * @param tree what {@link #encode} gave, perhaps from an older or newer version
   * @return the value
   * @throws IllegalArgumentException if the tree has another shape; the message says which part
   */
  T decode(Object tree);
}
