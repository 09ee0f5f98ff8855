package io.github.backupdiag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IntakeProperties {

  private static final Catalog CATALOG = LoadedCatalog.with(List.of());
  private static final Intake INTAKE = Intake.over(CATALOG);

  enum Change {
    NONE(text -> text),
    UPPER_CASE(text -> text.toUpperCase(Locale.ROOT)),
    DECOMPOSED(text -> Normalizer.normalize(text, Normalizer.Form.NFD)),
    FULL_WIDTH(Change::fullWidth),
    HTML(Change::entities),
    WRAPPED(text -> text.replaceAll("(.{40})", "$1\r\n  ")),
    DOUBLE_BLANKS(text -> text.replace(" ", "  \u00a0")),
    JSON(text -> "{\"errorMessage\":\"" + escaped(text) + "\",\"tries\":3}"),
    JSON_IN_JSON(text -> "{\"m\":\"" + escaped("{\"m\":\"" + escaped(text) + "\"}") + "\"}"),
    PROSE(text -> "Guten Tag, hier steht: " + text + "\nWas nun? Danke"),
    SOFT_HYPHENS(text -> String.join("\u00ad", text.split("(?<=\\G..)", -1)));

    @SuppressWarnings("ImmutableEnumChecker")
    final UnaryOperator<String> apply;

    Change(UnaryOperator<String> apply) {
      this.apply = apply;
    }

    private static String fullWidth(String text) {
      return text.codePoints()
          .map(c -> c > 0x20 && c < 0x7f ? c + 0xfee0 : c)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }

    private static String entities(String text) {
      StringBuilder html = new StringBuilder();
      text.chars()
          .forEach(
              c -> {
                if (c == ' ') {
                  html.append("&nbsp;");
                } else if (c % 3 == 0 || c >= 0x80) {
                  html.append("&#")
                      .append(c % 2 == 0 ? "x" + Integer.toHexString(c) : c)
                      .append(';');
                } else {
                  html.append((char) c);
                }
              });
      return html.toString();
    }

    private static String escaped(String text) {
      StringBuilder json = new StringBuilder();
      text.chars()
          .forEach(
              c -> {
                if (c == '"' || c == '\\') {
                  json.append('\\').append((char) c);
                } else if (c >= 0x80 || c == ' ') {
                  json.append(String.format(Locale.ROOT, "\\u%04x", c));
                } else {
                  json.append((char) c);
                }
              });
      return json.toString();
    }
  }

  @Property
  void a_known_message_stays_known(
      @ForAll("messages") PortalMessage message, @ForAll Change change) {
    IntakeResult result = INTAKE.read(change.apply.apply(message.text()));

    assertThat(result.matches()).extracting(CodeMatch::code).contains(message.code());
    assertThat(result.language()).isEqualTo(message.language());
  }

  @Property
  void a_known_message_is_known_by_its_first_seven_tenths(
      @ForAll("longMessages") PortalMessage message) {
    String text = message.text();

    IntakeResult result = INTAKE.read(text.substring(0, (int) Math.ceil(text.length() * 0.7)));

    assertThat(result.matches()).extracting(CodeMatch::code).contains(message.code());
  }

  @Property
  void utf_16_and_marked_utf_8_say_the_same(@ForAll("messages") PortalMessage message) {
    String text = message.text();
    IntakeResult expected = INTAKE.read(text);

    assertThat(INTAKE.read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    assertThat(INTAKE.read(("\ufeff" + text).getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    assertThat(INTAKE.read(text.getBytes(StandardCharsets.UTF_16))).isEqualTo(expected);
    assertThat(INTAKE.read(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo(expected);
  }

  @Property(tries = 200)
  void the_default_locale_makes_no_difference(
      @ForAll("messages") PortalMessage message, @ForAll Change change) {
    String text = change.apply.apply(message.text());
    IntakeResult expected = INTAKE.read(text);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(Intake.over(CATALOG).read(text)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Property(tries = 2000)
  void any_text_is_read(@ForAll("texts") String text) {
    IntakeResult result = INTAKE.read(text);

    assertThat(result.matches()).allSatisfy(match -> assertThat(text).contains(match.excerpt()));
    assertThat(result.incidents()).hasSize(result.matches().isEmpty() ? 0 : 1);
  }

  @Property
  void any_bytes_are_read(@ForAll byte[] bytes) {
    assertThat(INTAKE.read(bytes)).isNotNull();
  }

  @Provide
  Arbitrary<PortalMessage> messages() {
    return Arbitraries.of(
        CATALOG.messages().stream()
            .filter(message -> !message.fragment() && length(message) >= 12)
            .toList());
  }

  @Provide
  Arbitrary<PortalMessage> longMessages() {
    return messages().filter(message -> length(message) * 0.65 >= 20);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "UserError",
            "GuestAgentStatusUnavailable",
            "VM agent is unable",
            "\\",
            "\\u00",
            "&#x",
            "&amp;",
            ";",
            "\u0301",
            "\u1100\u1161",
            "\ud83d",
            "\ude00",
            "ß",
            "\u00ad",
            " ",
            "\n",
            "_",
            "code: ",
            "12",
            "통신할",
            "ﾊﾞ",
            "ﬁ");
    Arbitrary<String> woven = pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    return Arbitraries.oneOf(Arbitraries.strings(), woven);
  }

  private static long length(PortalMessage message) {
    return message.text().codePoints().filter(Character::isLetterOrDigit).count();
  }
}
