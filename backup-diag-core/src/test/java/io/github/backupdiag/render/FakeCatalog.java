package io.github.backupdiag.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Check;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.KnownDefect;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.catalog.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Knows only words: the real ones of reports, and those of a test. */
record FakeCatalog(Map<String, String> words) implements Catalog {

  private static final Map<String, String> REPORT = read();

  static FakeCatalog with(Map<String, String> more) {
    Map<String, String> words = new HashMap<>(REPORT);
    words.putAll(more);
    return new FakeCatalog(words);
  }

  static Map<String, String> reportWords() {
    return REPORT;
  }

  private static Map<String, String> read() {
    Map<String, String> words = new HashMap<>();
    try (InputStream in =
            FakeCatalog.class.getResourceAsStream(
                "/io/github/backupdiag/catalog/texts/en/report.json");
        var parser = new JsonFactory().createParser(in)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          words.put(parser.currentName(), parser.getText());
        }
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Texts texts(Locale locale) {
    return new Texts() {
      @Override
      public String language() {
        return locale.getLanguage().equals("ko") ? "ko" : "en";
      }

      @Override
      public String find(String id) {
        return words.get(id);
      }
    };
  }

  @Override
  public ErrorCode code(String code) {
    return null;
  }

  @Override
  public List<ErrorCode> codes() {
    return List.of();
  }

  @Override
  public Cause cause(String id) {
    return null;
  }

  @Override
  public List<Cause> causes() {
    return List.of();
  }

  @Override
  public Remediation remediation(String id) {
    return null;
  }

  @Override
  public List<Remediation> remediations() {
    return List.of();
  }

  @Override
  public List<LogSignature> signatures() {
    return List.of();
  }

  @Override
  public List<Check> checks() {
    return List.of();
  }

  @Override
  public List<NumericError> errors() {
    return List.of();
  }

  @Override
  public List<KnownDefect> defects() {
    return List.of();
  }

  @Override
  public List<PortalMessage> messages() {
    return List.of();
  }
}
