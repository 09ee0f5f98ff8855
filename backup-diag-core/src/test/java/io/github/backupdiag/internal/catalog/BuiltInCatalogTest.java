package io.github.backupdiag.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.Placeholders;
import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.catalog.RemediationStep;
import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The catalog that comes with the library can be shown: words, labels and placeholders. Whether its
 * entries are whole and fit together is the matter of {@code CatalogWalkTest}.
 */
class BuiltInCatalogTest {

  private static final Pattern PLACE_OF_OURS =
      Pattern.compile(
          "/work/|/home/|\\.m2/|[Cc]:\\\\Users|maven\\.org|npmjs|pypi|docker\\.io|\\bregistry\\.\\w");

  private static final LoadedCatalog CATALOG = LoadedCatalog.with(List.of());
  private static final Map<String, Remediation> REMEDIATIONS = new TreeMap<>();
  private static final Map<String, String> WORDS = new TreeMap<>();

  @BeforeAll
  static void load() throws IOException {
    CATALOG.loadAll();
    for (Json entry : read("catalog/remediations.json").fields().get("remediations").items()) {
      String id = (String) entry.fields().get("id").value();
      REMEDIATIONS.put(id, CATALOG.remediation(id));
    }
    read("catalog/texts/en/catalog.json")
        .fields()
        .get("texts")
        .fields()
        .forEach((id, text) -> WORDS.put(id, (String) text.value()));
  }

  @Test
  void holdsEveryKindOfEntry() {
    assertThat(CATALOG.codes()).isNotEmpty();
    assertThat(CATALOG.causes()).hasSizeGreaterThan(10);
    assertThat(CATALOG.signatures()).hasSizeGreaterThan(10);
    assertThat(CATALOG.messages()).isNotEmpty();
    assertThat(CATALOG.defects()).hasSizeGreaterThan(5);
    assertThat(REMEDIATIONS).hasSizeGreaterThan(10).doesNotContainValue(null);
  }

  @Test
  void hasALabelForEveryLogThatSignaturesName() {
    assertThat(CATALOG.signatures())
        .allSatisfy(
            signature ->
                assertThat(CATALOG.texts(Locale.ENGLISH).find("fact.guest.log." + signature.log()))
                    .as(signature.log())
                    .isNotNull());
  }

  @Test
  void saysOfEachCodeWhetherToTryAgainAndWhy() {
    Map<String, Set<String>> reasons =
        Map.of(
            "yes", Set.of("passes", "again", "after-wait", "after-fix", "still-running"),
            "no", Set.of("after-fix", "changed-request", "not-supported", "gone", "not-current"),
            "unknown", Set.of("cause-decides", "nothing-failed", "not-current"));

    assertThat(CATALOG.codes())
        .allSatisfy(
            code -> {
              assertThat(reasons.get(code.retry().verdict()))
                  .as(code.code())
                  .contains(code.retry().reason());
              assertThat(
                      CATALOG.texts(Locale.ENGLISH).find("report.retry." + code.retry().reason()))
                  .isNotNull();
            });
  }

  @Test
  void neverSaysThatACodeOfTodayIsNotCurrent() {
    assertThat(CATALOG.codes())
        .filteredOn(code -> "not-current".equals(code.retry().reason()))
        .allMatch(ErrorCode::obsolete);
    assertThat(CATALOG.codes())
        .filteredOn(code -> code.obsoleteSince() != null)
        .isNotEmpty()
        .allMatch(ErrorCode::obsolete);
  }

  private static java.util.stream.Stream<RemediationStep> steps(Remediation remediation) {
    return remediation.steps().stream();
  }

  @Test
  void usesInTextsOnlyPlaceholdersThatCommandsUse() {
    Set<String> known = new TreeSet<>();
    REMEDIATIONS.values().stream()
        .flatMap(BuiltInCatalogTest::steps)
        .filter(step -> step.command() != null)
        .forEach(step -> known.addAll(Placeholders.names(step.command())));

    assertThat(known).contains("unit");
    assertThat(WORDS)
        .allSatisfy((id, text) -> assertThat(known).containsAll(Placeholders.names(text)));
  }

  @Test
  void keepsTitlesShort() {
    assertThat(WORDS)
        .allSatisfy(
            (id, text) -> {
              if (id.endsWith(".title")) {
                assertThat(text).as(id).hasSizeLessThanOrEqualTo(70);
              }
            });
  }

  @Test
  void namesNoPlaceOfItsAuthors() {
    Predicate<String> ours = PLACE_OF_OURS.asPredicate();

    assertThat(WORDS.values()).noneMatch(ours);
    assertThat(REMEDIATIONS.values())
        .flatExtracting(Remediation::steps)
        .extracting(RemediationStep::command)
        .noneMatch(command -> command != null && ours.test(command));
  }

  private static Json read(String resource) throws IOException {
    try (InputStream in =
        LoadedCatalog.class.getResourceAsStream("/io/github/backupdiag/" + resource)) {
      return Json.read(in, resource);
    }
  }
}
