package io.github.backupdiag.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.catalog.Texts;
import io.github.backupdiag.internal.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("class-path")
class SearchDataTest {

  private static final Catalog CATALOG = OurSite.DIAGNOSIS.catalog();
  private static final Map<String, Json> ENTRIES = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    String script = OurSite.FILES.get("search-data.js");
    String json = script.substring(script.indexOf('['), script.lastIndexOf(';'));
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    for (Json entry : Json.read(new ByteArrayInputStream(bytes), "search-data.js").items()) {
      ENTRIES.put((String) entry.fields().get("page").value(), entry);
    }
  }

  @Test
  void holdsEachNameOfEachCode() {
    for (ErrorCode code : CATALOG.codes()) {
      assertThat(texts(Links.code(code.code()), "names"))
          .contains(code.code())
          .containsAll(code.aliases())
          .containsAll(code.numbers())
          .containsAll(code.damagedForms());
    }
  }

  @Test
  void holdsEachMessage() {
    for (PortalMessage message : CATALOG.messages()) {
      assertThat(pairs(Links.code(message.code()), "messages"))
          .contains(List.of(message.language(), message.text()));
    }
  }

  @Test
  void holdsEachNumber() {
    for (NumericError error : CATALOG.errors()) {
      assertThat(texts(Links.NUMBERS + "#" + Links.safe(error.id()), "names"))
          .contains(error.value())
          .containsAll(error.decimals());
    }
  }

  @Test
  void holdsEachTitleInEachLanguage() {
    for (String language : Tongues.OF_SITE) {
      Texts texts = CATALOG.texts(Locale.forLanguageTag(language));
      if (texts.language().equals(language)) {
        CATALOG.codes().forEach(code -> holds(texts, "code", code.code(), Links.code(code.code())));
        CATALOG
            .causes()
            .forEach(cause -> holds(texts, "cause", cause.id(), Links.cause(cause.id())));
        CATALOG.causes().stream()
            .flatMap(cause -> cause.remediations().stream())
            .forEach(id -> holds(texts, "remediation", id, Links.REMEDIES + "#" + id));
      }
    }
  }

  @Test
  void leadsToPagesThatAreThere() {
    assertThat(ENTRIES.keySet())
        .allMatch(page -> OurSite.FILES.containsKey("en/" + page.replaceAll("#.*", "")));
  }

  private static void holds(Texts texts, String kind, String id, String page) {
    String title = texts.find(kind + "." + id + ".title");
    assertThat(pairs(page, "titles").stream().map(pair -> pair.get(1))).contains(title);
  }

  private static List<String> texts(String page, String field) {
    return ENTRIES.get(page).fields().get(field).items().stream()
        .map(item -> (String) item.value())
        .toList();
  }

  private static List<List<String>> pairs(String page, String field) {
    return ENTRIES.get(page).fields().get(field).items().stream()
        .map(pair -> pair.items().stream().map(item -> (String) item.value()).toList())
        .toList();
  }
}
