package io.github.backupdiag.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number that a program gives in place of an error code of the service. Its words are {@code
 * error.<id>.meaning}.
 *
 * @param id {@code kind.value}, such as {@code vss.0x8004230f}
 * @param kind where the number stands, such as {@code vss}, {@code hresult}, {@code
 *     vss-writer-state} or {@code linux-extension-status}
 * @param value the number as it is mostly written: hexadecimal in lower case, or plain
 * @param symbol its name in the source, or null
 * @param decimals other ways to write it: signed and unsigned
 * @param retryable {@code yes}, {@code no} or {@code unknown}
 * @param causes ids of causes that it may come from, the likeliest first; may be empty
 * @param codes error codes that come with it; may be empty
 * @param sources where the facts come from
 */
public record NumericError(
    String id,
    String kind,
    String value,
    @Nullable String symbol,
    List<String> decimals,
    String retryable,
    List<String> causes,
    List<String> codes,
    List<String> sources) {}
