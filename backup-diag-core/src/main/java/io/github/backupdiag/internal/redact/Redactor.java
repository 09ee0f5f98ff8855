package io.github.backupdiag.internal.redact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces secrets in texts by numbered tokens such as {@code [redacted:sas:1]}.
 *
 * <p>One instance belongs to one diagnosis: equal secrets get equal tokens, numbers follow the
 * order of first appearance, and the same texts in the same order give the same result. Redacting
 * twice changes nothing. What is not closed (a quote, an object, a PEM block) is hidden to the end
 * of the text, so a text is better given whole than line by line. Time is linear in the text.
 *
 * <p>Not thread-safe: an instance stays in one thread. It remembers the secrets it has seen, so it
 * must not outlive its diagnosis.
 */
public final class Redactor {

  private static final List<Scanner> SCANNERS =
      List.of(
          PemBlocks::scan,
          NamedValues::scan,
          XmlElements::scan,
          OptionValues::scan,
          BearerTokens::scan,
          WebTokens::scan,
          BareKeys::scan,
          UserInfo::scan,
          SasQueries::scan,
          CommandLines::scan,
          KnownForms::scan,
          EncodedBlobs::scan);

  /** A token cuts a run of characters in two, and a half may itself look like a secret. */
  private static final int ROUNDS = 8;

  private final Tokens tokens;
  private final Map<String, Optional<NamedSecret>> byNames = new HashMap<>();

  /** Starts with number 1. */
  public Redactor() {
    this(new Tokens());
  }

  private Redactor(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Redacts a part of a text; {@link #numbered} gives its tokens their numbers. */
  static Redactor ofPart() {
    return new Redactor(Tokens.ofPart());
  }

  /** What is written of a part, with numbers in the order of the text. */
  String numbered(String written, Redactor part) {
    return tokens.numbered(written, part.tokens);
  }

  /** The text without its secrets; the same instance when it holds none. */
  public String redact(String text) {
    return Triggers.in(text) ? hide(text) : text;
  }

  /**
   * As {@link #redact} for the value of a field: below a name such as {@code adminPassword} all of
   * it goes.
   *
   * @param names of the fields around the text, outermost first, joined by {@code /}
   */
  public String redact(String names, String text) {
    NamedSecret secret = byNames.computeIfAbsent(names, Redactor::secret).orElse(null);
    if (secret != null) {
      PlainText value = Unescaping.of(text, tokens);
      boolean harmless =
          !secret.fits(value, 0, value.length())
              || value.isToken(0, value.length())
              || Harmless.isPlaceholder(value, 0, value.length())
              || (secret.weak() && value.length() < Harmless.ORDINARY_LENGTH);
      if (!harmless) {
        return tokens.of(value.plain(0, value.length()), secret.kind());
      }
    }
    return redact(text);
  }

  private static Optional<NamedSecret> secret(String names) {
    PlainText text = Unescaping.of(names, new Tokens());
    NamedSecret secret = null;
    for (int start = 0; start <= text.length() && secret == null; ) {
      int end = start;
      while (end < text.length() && text.at(end) != '/') {
        end++;
      }
      secret = SecretNames.find(text, start, end);
      start = end + 1;
    }
    return Optional.ofNullable(secret);
  }

  /** As {@link #redact}, and follows places of the text. */
  String redact(String text, Marks marks) {
    return Triggers.in(text) ? hide(text, marks) : text;
  }

  /** As {@link #redact}, without the cheap look before. */
  String hide(String text) {
    return hide(text, new Marks(new int[] {0}));
  }

  private String hide(String text, Marks marks) {
    String hidden = text;
    for (int round = 0; round < ROUNDS; round++) {
      String next = hideOnce(hidden, marks);
      if (next.equals(hidden)) {
        break;
      }
      hidden = next;
    }
    return hidden;
  }

  /** Stands for a line that is too long to be looked at. */
  String lineToken() {
    return tokens.next(Kind.LINE);
  }

  /** Whether a text that was decoded out of another one holds anything to hide. */
  static boolean holdsSecret(String text) {
    return Triggers.in(text) && !found(Unescaping.of(text, new Tokens())).isEmpty();
  }

  private static List<Span> found(PlainText text) {
    Spans found = new Spans(text);
    for (Scanner scanner : SCANNERS) {
      scanner.scan(text, found);
    }
    return found.joined();
  }

  private String hideOnce(String raw, Marks marks) {
    PlainText text = Unescaping.of(raw, tokens);
    List<Span> spans = found(text);
    return spans.isEmpty() ? raw : replaced(raw, text, spans, marks);
  }

  private String replaced(String raw, PlainText text, List<Span> spans, Marks marks) {
    StringBuilder out = new StringBuilder(raw.length());
    int done = 0;
    marks.begin();
    for (Span span : spans) {
      int start = text.rawStart(span.start());
      int end = text.rawStart(span.end());
      out.append(raw, done, start);
      int before = out.length();
      String token = tokens.of(text.plain(span.start(), span.end()), span.kind());
      out.append(span.quote()).append(token).append(span.quote());
      marks.replaced(start, end, out.length() - before);
      done = end;
    }
    marks.end();
    return out.append(raw, done, raw.length()).toString();
  }
}
