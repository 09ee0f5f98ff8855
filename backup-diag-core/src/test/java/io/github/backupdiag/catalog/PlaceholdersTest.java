package io.github.backupdiag.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {

  private static final Map<String, String> VALUES = Map.of("unit", "waagent", "path", "/{unit}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "restart {unit}           | restart waagent",
        "{unit}{unit}             | waagentwaagent",
        "awk '{{print $1}}'       | awk '{print $1}'",
        "{{unit}}                 | {unit}",
        "{{{unit}}}               | {waagent}",
        "mount {device}           | mount <device>",
        "ls {path}                | ls /{unit}",
        "{}                       | {}",
        "{not a name}             | {not a name}",
        "a } b { c                | a } b { c",
        "{unit                    | {unit",
        "no braces                | no braces",
      })
  void fillsNamesAndKeepsLiteralBraces(String text, String filled) {
    assertThat(Placeholders.fill(text, VALUES)).isEqualTo(filled);
  }

  @Test
  void changesValuesOnTheWayButNeitherTextNorMissingNames() {
    String filled = Placeholders.fill("rm {path} {more}", VALUES, value -> "'" + value + "'");

    assertThat(filled).isEqualTo("rm '/{unit}' <more>");
  }

  @Test
  void listsNamesOnceInTheirOrder() {
    assertThat(Placeholders.names("{b} {a} {{c}} {b} {}")).containsExactly("b", "a");
    assertThat(Placeholders.names("")).isEmpty();
  }

  @Test
  void saysTheIdOfATextThatNoLanguageHas() {
    Texts texts =
        new Texts() {
          @Override
          public String language() {
            return "en";
          }

          @Override
          public String find(String id) {
            return id.equals("known") ? "is {what}" : null;
          }
        };

    assertThat(texts.format("known", Map.of("what", "full"))).isEqualTo("is full");
    assertThat(texts.format("unknown", Map.of("what", "full"))).isEqualTo("unknown");
  }

  @Test
  void writesRisksAsData() {
    assertThat(Remediation.Risk.SERVICE_RESTART.tag()).isEqualTo("service-restart");
  }

  @Test
  void bringsNoWordsUnlessASourceSaysSo() throws Exception {
    CatalogSource source =
        new CatalogSource() {
          @Override
          public String id() {
            return "acme";
          }

          @Override
          public java.io.InputStream open() {
            return java.io.InputStream.nullInputStream();
          }
        };

    assertThat(source.languages()).isEmpty();
    assertThat(source.openTexts("en")).isNull();
  }

  @Test
  void listsTheProblemsOfARefusedCatalog() {
    CatalogException refused = new CatalogException(List.of("a.json:1: x", "a.json:2: y"));

    assertThat(refused.problems()).containsExactly("a.json:1: x", "a.json:2: y").isUnmodifiable();
    assertThat(refused.getMessage().lines()).containsExactly("a.json:1: x", "a.json:2: y");
  }
}
