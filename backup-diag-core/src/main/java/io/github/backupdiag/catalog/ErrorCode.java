package io.github.backupdiag.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error code with its causes.
 *
 * @param code as Microsoft writes it, or our key if synthetic
 * @param aliases other official spellings
 * @param damagedForms spellings broken by translation; for recognition only
 * @param numbers numeric codes that mean the same
 * @param matchOnlyIn places where number or name may be recognised; empty for anywhere
 * @param synthetic true if the key is ours and must not be shown as a Microsoft code
 * @param obsolete true if the service no longer gives it; its meaning says what holds today
 * @param obsoleteSince since when, as far as it is known: {@code 2023}, {@code 2023-09} or {@code
 *     2023-09-06}; null if it is not known or never was given
 * @param scope what it belongs to: {@code backup}, {@code restore}, {@code job} …
 * @param topic family of its causes
 * @param retry whether a later attempt may succeed
 * @param causes ids of its causes, most likely first
 * @param sources where the facts come from
 */
public record ErrorCode(
    String code,
    List<String> aliases,
    List<String> damagedForms,
    List<String> numbers,
    List<String> matchOnlyIn,
    boolean synthetic,
    boolean obsolete,
    @Nullable String obsoleteSince,
    String scope,
    String topic,
    Retry retry,
    List<String> causes,
    List<String> sources) {}
