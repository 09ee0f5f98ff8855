package io.github.backupdiag.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause.Kind;
import io.github.backupdiag.catalog.Remediation.Risk;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * From every code to its causes, from every cause to its checks, its rule and what helps, each with
 * its words in every language: nothing is missing, and what is missing would be named.
 */
class CatalogWalkTest {

  private static final List<String> LANGUAGES = List.of("en", "ko", "ja", "zh-Hant", "de");
  private static final List<String> NONE = List.of();

  @Test
  void findsNoGapInOurCatalog() throws IOException {
    Map<String, Map<String, String>> words = new TreeMap<>();
    for (String language : LANGUAGES) {
      words.put(language, words(language));
    }
    Catalog catalog = LoadedCatalog.with(List.of());

    assertThat(catalog.codes()).hasSizeGreaterThan(200);
    assertThat(catalog.causes()).hasSizeGreaterThan(150);
    assertThat(
            new CatalogWalk(
                    catalog,
                    words,
                    ChecksCarriedOut.byOurRules(),
                    Reasons.of("remedies-behind-riskier-ones.json"))
                .gaps())
        .isEmpty();
  }

  @Test
  void findsNoGapInASoundCatalog() {
    assertThat(gaps(sound(), Map.of())).isEmpty();
  }

  @Test
  void namesEachGapOfEntries() {
    MadeUpCatalog broken =
        sound()
            .code("NoCause", false)
            .code("WrongCause", false, "disk-ful")
            .cause("unlooked", Kind.ENVELOPE, false, NONE, NONE, List.of("free-disk"))
            .cause("unhelped", Kind.FAULT, false, NONE, List.of("guest.linux.disk"), NONE)
            .cause("deadly", Kind.INFORMATIONAL, true, NONE, List.of("guest.linux.disk"), NONE)
            .cause(
                "mistaken",
                Kind.INFORMATIONAL,
                false,
                List.of("nowhere"),
                List.of("guest.linux.dsik"),
                List.of("fre-disk"))
            .remediation("empty", Risk.NONE)
            .remediation("unwarned", Risk.SERVICE_RESTART, "restart")
            .check("guest.linux.idle", "disk-full");

    assertThat(gaps(broken, Map.of()))
        .containsExactlyInAnyOrder(
            "code NoCause: no cause",
            "code WrongCause: no such cause as 'disk-ful'",
            "cause unlooked: no check, and no reason",
            "cause unhelped: no remediation",
            "cause unhelped: no rule, and no reason that names the module to bring one",
            "cause deadly: no remediation, although it is dangerous",
            "cause mistaken: no such effect as 'nowhere'",
            "cause mistaken: no such check as 'guest.linux.dsik'",
            "cause mistaken: no such remediation as 'fre-disk'",
            "remediation empty: no steps",
            "remediation empty: no cause that it helps against",
            "remediation unwarned: no warning before its first step",
            "remediation unwarned: no cause that it helps against",
            "check guest.linux.idle: no cause that it looks for",
            "check guest.linux.idle: proves 'disk-full', which does not list it");
  }

  @Test
  void namesEachGapBetweenCauses() {
    List<String> check = List.of("guest.linux.disk");
    List<String> remedy = List.of("free-disk");
    MadeUpCatalog broken =
        sound()
            .cause("hen", Kind.INFORMATIONAL, false, List.of("egg"), check, remedy)
            .cause("egg", Kind.INFORMATIONAL, false, List.of("hen"), check, remedy)
            .cause("envelope", Kind.ENVELOPE, false, List.of("disk-full"), check, remedy)
            .cause("sender", Kind.INFORMATIONAL, false, List.of("envelope"), check, remedy);

    assertThat(gaps(broken, Map.of()))
        .containsExactlyInAnyOrder(
            "cause hen: leads to itself in a circle",
            "cause egg: leads to itself in a circle",
            "cause envelope: leads to 'disk-full', but an envelope brings nothing",
            "cause sender: leads to the envelope 'envelope'");
  }

  @Test
  void namesACauseThatNobodyCanOrWillLookFor() {
    List<String> remedy = List.of("free-disk");
    MadeUpCatalog broken =
        sound()
            .uncheckable("guest.host.moods")
            .cause("host-sad", Kind.ENVELOPE, false, NONE, List.of("guest.host.moods"), remedy)
            .check("azure.vault")
            .check("guest.windows.disk")
            .check("guest.linux.odd")
            .cause("vault-gone", Kind.FAULT, false, NONE, List.of("azure.vault"), remedy)
            .cause("disk-odd", Kind.FAULT, false, NONE, List.of("guest.linux.odd"), remedy)
            .cause("disk-gone", Kind.FAULT, false, NONE, List.of("guest.windows.disk"), remedy);

    assertThat(gaps(broken, Map.of()))
        .containsExactly(
            "cause host-sad: only checks that no reading call does, and no reason",
            "cause disk-odd: no rule, and no reason that names the module to bring one",
            "cause disk-gone: no rule, and no reason that names the module to bring one");
  }

  @Test
  void namesWhatStandsBehindARiskierRemediationWithoutAReason() {
    MadeUpCatalog broken =
        sound()
            .remediation("wipe", Risk.DATA_LOSS_POSSIBLE, "warning")
            .remediation("look", Risk.NONE, "look")
            .cause(
                "mirror",
                Kind.INFORMATIONAL,
                false,
                NONE,
                List.of("guest.linux.disk"),
                List.of("look", "wipe", "look", "free-disk"));

    assertThat(gaps(broken, Map.of("look", "it tells", "mirror/wipe", "not needed")))
        .containsExactly(
            "cause mirror: remediation 'free-disk' (service-restart) stands behind 'wipe'"
                + " (data-loss-possible) without a reason",
            "reason mirror/wipe: no order of remediations needs it");
    assertThat(gaps(broken, Map.of("look", "it tells", "mirror/free-disk", "too late"))).isEmpty();
  }

  @Test
  void namesEachGapOfWords() {
    MadeUpCatalog catalog = sound();
    Map<String, Map<String, String>> words = wordsOf(catalog);
    List<String> needed = List.copyOf(words.get("de").keySet());
    words.get("ja").clear();
    words.get("de").put("cause.disk-full.titel", "Die Platte ist voll");
    words.get("ko").put("code.OurKey.title", "OURKEY 오류");

    assertThat(needed)
        .contains(
            "code.DiskError.title",
            "code.DiskError.meaning",
            "cause.disk-full.title",
            "cause.disk-full.summary",
            "cause.disk-full.check",
            "check.guest.linux.disk.title",
            "check.guest.linux.disk.look",
            "error.vss.0x80042301.meaning",
            "remediation.free-disk.title",
            "step.free-disk.warning.text");
    assertThat(walk(catalog, words, Map.of()).gaps())
        .hasSize(needed.size() + 2)
        .contains(
            "cause disk-full: no text 'cause.disk-full.check' in ja",
            "remediation free-disk: no text 'step.free-disk.remove.text' in ja",
            "text cause.disk-full.titel: no entry in de",
            "code OurKey: its title in ko shows the key, which Microsoft does not know");
  }

  private static MadeUpCatalog sound() {
    return new MadeUpCatalog()
        .code("DiskError", false, "disk-full")
        .code("OurKey", true, "disk-full")
        .cause(
            "disk-full", Kind.FAULT, true, NONE, List.of("guest.linux.disk"), List.of("free-disk"))
        .remediation("free-disk", Risk.SERVICE_RESTART, "warning", "remove")
        .check("guest.linux.disk", "disk-full")
        .error("vss", "0x80042301");
  }

  private static List<String> gaps(Catalog catalog, Map<String, String> reasonsOfOrder) {
    return walk(catalog, wordsOf(catalog), reasonsOfOrder).gaps();
  }

  private static CatalogWalk walk(
      Catalog catalog, Map<String, Map<String, String>> words, Map<String, String> reasonsOfOrder) {
    DiagnosticDescriptor rule = DiagnosticDescriptor.of("made-up.disk-full", "disk-full");
    Map<String, String> reasons =
        Map.of(
            "azure.*", "backup-diag-azure has no probe for it yet",
            "guest.windows.*", "backup-diag-azure is the wrong module",
            "guest.linux.odd", "nobody wants to");
    return new CatalogWalk(
        catalog, words, new ChecksCarriedOut(List.of(rule), reasons), reasonsOfOrder);
  }

  private static Map<String, Map<String, String>> wordsOf(Catalog catalog) {
    Map<String, Map<String, String>> words = new TreeMap<>();
    for (String language : LANGUAGES) {
      Map<String, String> texts = new TreeMap<>();
      new WordsNeeded(catalog).needed().keySet().forEach(id -> texts.put(id, "words"));
      words.put(language, texts);
    }
    return words;
  }

  /** Our own words of entries, without those that English would lend. */
  private static Map<String, String> words(String language) throws IOException {
    Map<String, String> words = new TreeMap<>();
    for (String chapter : List.of("catalog", "checks")) {
      String name = "/io/github/backupdiag/catalog/texts/" + language + "/" + chapter + ".json";
      try (InputStream in = LoadedCatalog.class.getResourceAsStream(name)) {
        Json.read(in, name)
            .fields()
            .get("texts")
            .fields()
            .forEach((id, text) -> words.put(id, String.valueOf(text.value())));
      }
    }
    return words;
  }
}
