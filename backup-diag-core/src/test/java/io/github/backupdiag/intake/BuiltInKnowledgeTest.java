package io.github.backupdiag.intake;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code and message of the catalog, in the shapes in which people paste them. */
class BuiltInKnowledgeTest {

  private static final Catalog CATALOG = LoadedCatalog.with(List.of());
  private static final Intake INTAKE = Intake.over(CATALOG);
  private static final List<String> GENERAL = List.of("error-code-field", "backup-context");

  /** What happens to a text on its way into a ticket. */
  @SuppressWarnings("ImmutableEnumChecker")
  enum Way {
    AS_IT_IS(text -> text),
    IN_AN_EMAIL(
        true, text -> "Hi,\nlast night VM web-01 failed:\n\n  " + text + "\n\nRegards, Kim"),
    IN_JSON(true, text -> "{\"errorDetails\":[{\"errorString\":" + quoted(text) + "}]}"),
    IN_JSON_IN_JSON(true, text -> "{\"m\":" + quoted("{\"e\":" + quoted(text) + "}") + "}"),
    AS_HTML(true, text -> "<td>" + entities(text) + "</td>"),
    FULL_WIDTH(Way::fullWidth),
    DECOMPOSED(text -> Normalizer.normalize(text, Normalizer.Form.NFD)),
    MORE_BLANKS(text -> "  " + text.replace(" ", " \u00a0 ") + "\t "),
    WRAPPED(text -> text.replace(" ", "\r\n")),
    QUOTED(text -> "> " + text.replace(" ", "\n> ")),
    OTHER_CASE(text -> text.toUpperCase(java.util.Locale.ROOT));

    private final UnaryOperator<String> damage;

    /** Whether other words stand around the text. */
    private final boolean adds;

    Way(UnaryOperator<String> damage) {
      this(false, damage);
    }

    Way(boolean adds, UnaryOperator<String> damage) {
      this.adds = adds;
      this.damage = damage;
    }

    private static String quoted(String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String entities(String text) {
      StringBuilder written = new StringBuilder();
      text.codePoints()
          .forEach(
              c -> {
                if (c > 127 || "&<>\"'".indexOf(c) >= 0) {
                  written.append("&#").append(c).append(';');
                } else {
                  written.appendCodePoint(c);
                }
              });
      return written.toString();
    }

    private static String fullWidth(String text) {
      StringBuilder written = new StringBuilder();
      text.chars().forEach(c -> written.append((char) (c > 32 && c < 127 ? c + 0xfee0 : c)));
      return written.toString();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void everyMessageGivesItsCodeFirstAndItsLanguage(Way way) {
    SoftAssertions all = new SoftAssertions();
    for (PortalMessage message : CATALOG.messages()) {
      // A fragment counts as a whole message only.
      if (message.fragment() && way.adds) {
        continue;
      }
      List<CodeMatch> matches = INTAKE.read(way.damage.apply(message.text())).matches();
      double best = matches.isEmpty() ? 0 : matches.get(0).score();
      all.assertThat(matches.stream().filter(match -> match.score() == best))
          .as("%s: %s", way, message)
          .anyMatch(
              match ->
                  match.code().equals(message.code())
                      && message.language().equals(match.language()));
    }
    all.assertAll();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void everyNameGivesItsCodeAlone(Way way) {
    SoftAssertions all = new SoftAssertions();
    for (ErrorCode code : CATALOG.codes()) {
      // A name that is too general counts alone or in its field, which other words undo.
      boolean general = code.matchOnlyIn().stream().anyMatch(GENERAL::contains);
      for (String name : general && way.adds ? List.<String>of() : names(code)) {
        all.assertThat(INTAKE.read(way.damage.apply(name)).matches())
            .as("%s: %s", way, name)
            .extracting(CodeMatch::code)
            .containsExactly(code.code());
      }
    }
    all.assertAll();
  }

  private static List<String> names(ErrorCode code) {
    List<String> names = new ArrayList<>(code.aliases());
    names.add(code.code());
    return names;
  }
}
