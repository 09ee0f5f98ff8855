package io.github.backupdiag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All messages of the catalog in the shapes in which they arrive, and how many are recognised. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedMessageTest {

  private static final int SHORTEST = 12;
  private static final double LEAST_SHARE = 0.98;
  private static final Catalog CATALOG = LoadedCatalog.with(List.of());
  private static final Intake INTAKE = Intake.over(CATALOG);

  private static final List<PortalMessage> MESSAGES =
      CATALOG.messages().stream()
          .filter(message -> !message.fragment() && message.text().length() >= SHORTEST)
          .toList();
  private static final Map<String, Set<String>> CODES_BY_TEXT =
      MESSAGES.stream()
          .collect(
              Collectors.groupingBy(
                  PortalMessage::text,
                  Collectors.mapping(PortalMessage::code, Collectors.toSet())));

  /** What happens to a message on its way. */
  @SuppressWarnings("ImmutableEnumChecker")
  enum Way {
    AS_IT_IS(text -> text),
    UPPER_CASE(text -> text.toUpperCase(Locale.ROOT)),
    INSIDE_JSON(text -> "{\"error\":{\"message\":\"" + text.replace("\"", "\\\"") + "\"},\"n\":3}"),
    HTML_WITH_ENTITIES(text -> "<p class=\"e\">" + entities(text) + "</p>"),
    WRAPPED_AT_40(text -> text.replaceAll("(.{1,40})(?:\\s+|$)|(.{40})", "$1$2\n").strip()),
    CUT_AFTER_70_PERCENT(text -> text.substring(0, (int) Math.ceil(text.length() * 0.7))),
    FULL_WIDTH(Way::fullWidth),
    DOUBLED_BLANKS(text -> text.replace(" ", "  ")),
    A_NAME_PUT_IN(Way::named),
    DECOMPOSED(text -> Normalizer.normalize(text, Normalizer.Form.NFD));

    private final UnaryOperator<String> damage;

    Way(UnaryOperator<String> damage) {
      this.damage = damage;
    }

    private static String entities(String text) {
      return text.codePoints()
          .mapToObj(
              c ->
                  c == '"' ? "&quot;" : c > 0x7f ? "&#x" + Integer.toHexString(c) + ";" : string(c))
          .collect(Collectors.joining());
    }

    private static String fullWidth(String text) {
      return text.codePoints()
          .mapToObj(c -> string(c > 0x20 && c < 0x7f ? c + 0xfee0 : c))
          .collect(Collectors.joining());
    }

    private static String named(String text) {
      int middle = text.indexOf(' ', text.length() / 3);
      int place = middle < 0 ? text.length() / 2 : middle;
      return text.substring(0, place) + " vm-web-03 " + text.substring(place);
    }

    private static String string(int codePoint) {
      return new String(Character.toChars(codePoint));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void nearly_all_give_their_code_first(Way way, TestReporter reporter) {
    List<PortalMessage> missed = new ArrayList<>();
    for (PortalMessage message : MESSAGES) {
      if (!isFirst(INTAKE.read(way.damage.apply(message.text())).matches(), message)) {
        missed.add(message);
      }
    }

    double share = 1 - (double) missed.size() / MESSAGES.size();
    reporter.publishEntry(way.name(), String.format(Locale.ROOT, "%.2f %%", 100 * share));
    assertThat(share).as("%s misses %s", way, missed).isGreaterThanOrEqualTo(LEAST_SHARE);
  }

  private static boolean isFirst(List<CodeMatch> matches, PortalMessage message) {
    return !matches.isEmpty() && CODES_BY_TEXT.get(message.text()).contains(matches.get(0).code());
  }
}
