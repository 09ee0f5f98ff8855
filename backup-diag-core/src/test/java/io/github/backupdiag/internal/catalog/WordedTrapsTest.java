package io.github.backupdiag.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.catalog.RemediationStep;
import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Traps of the checks inside the guest that words and commands could lead into. */
class WordedTrapsTest {

  private static final List<String> LANGUAGES = List.of("en", "ko", "ja", "zh-Hant", "de");
  private static final LoadedCatalog CATALOG = LoadedCatalog.with(List.of());
  private static final Map<String, String> WORDS = new TreeMap<>();

  @BeforeAll
  static void load() throws IOException {
    for (String language : LANGUAGES) {
      for (String file : List.of("catalog.json", "checks.json")) {
        String name = "/io/github/backupdiag/catalog/texts/" + language + "/" + file;
        try (InputStream in = LoadedCatalog.class.getResourceAsStream(name)) {
          Map<String, Json> texts = Json.read(in, name).fields().get("texts").fields();
          texts.forEach((id, text) -> WORDS.put(language + " " + id, (String) text.value()));
        }
      }
    }
  }

  @Test
  void theServiceIsNamedByTheSystemNotByUs() {
    assertThat(commands().filter(command -> command.contains("systemctl")))
        .isNotEmpty()
        .noneMatch(command -> command.matches("(?s).*systemctl [^|;&]*\\bwa(linux)?agent\\b.*"));
    for (Remediation remedy : CATALOG.remediations()) {
      boolean named = remedy.steps().stream().anyMatch(step -> holds(step, "{unit}"));
      for (String language : named ? LANGUAGES : List.<String>of()) {
        assertThat(WORDS.entrySet())
            .as(language + " words of " + remedy.id())
            .anyMatch(
                word ->
                    word.getKey().startsWith(language + " step." + remedy.id() + ".")
                        && word.getValue().contains("walinuxagent"));
      }
    }
  }

  @Test
  void theKeyIsWrittenAsTheAgentReadsIt() {
    assertThat(Stream.concat(commands(), WORDS.values().stream()))
        .anyMatch(text -> text.contains("Extensions.Enabled"))
        .noneMatch(text -> text.matches("(?s).*Extensions\\.Enable\\b.*"));
  }

  @Test
  void theSettingsFileIsTheOneThatTheCodeReads() {
    assertThat(Stream.concat(commands(), WORDS.values().stream()))
        .anyMatch(text -> text.contains("/etc/azure/vmbackup.conf"))
        .noneMatch(text -> text.contains("tempPlugin"));
    assertThat(words("step.skip-mount-in-freeze.add.text"))
        .allMatch(text -> text.contains("[SnapshotThread]") && text.contains("/"));
  }

  @Test
  void port443OfTheHostIsAskedForNowhere() {
    assertThat(commands().filter(command -> command.contains("168.63.129.16")))
        .isNotEmpty()
        .noneMatch(command -> command.contains("443"));
    assertThat(WORDS.entrySet())
        .filteredOn(word -> word.getKey().contains(" step."))
        .filteredOn(word -> word.getValue().contains("168.63.129.16"))
        .isNotEmpty()
        .noneMatch(word -> word.getValue().contains("443"));
  }

  @Test
  void theHostAddressIsTriedAsRoot() {
    assertThat(
            steps("open-host-endpoint").stream()
                .filter(step -> name(step).startsWith("verify-linux"))
                .map(RemediationStep::command))
        .hasSize(2)
        .allMatch(command -> command != null && command.startsWith("sudo "));
  }

  @Test
  void aFrozenFileSystemIsDangerAndNeverTriedByWriting() {
    Remediation thaw = Objects.requireNonNull(CATALOG.remediation("thaw-frozen-filesystem"));
    assertThat(thaw.risk()).isEqualTo(Remediation.Risk.DATA_LOSS_POSSIBLE);
    assertThat(thaw.steps().get(0).kind()).isEqualTo("text");
    assertThat(Objects.requireNonNull(CATALOG.cause("filesystem-left-frozen")).danger()).isTrue();
    List<String> ids = thaw.steps().stream().map(WordedTrapsTest::name).toList();
    assertThat(ids).containsSubsequence("thaw", "restart", "warning-force", "restart-by-force");
    assertThat(
            CATALOG.remediations().stream()
                .flatMap(remedy -> remedy.steps().stream())
                .filter(
                    step -> name(step).equals("check-not-frozen") || thaw.steps().contains(step))
                .map(RemediationStep::command)
                .filter(Objects::nonNull))
        .isNotEmpty()
        .noneMatch(
            command -> command.matches("(?s).*(\\btouch\\b|\\bdd\\b|\\bsync\\b|> ?/[^p]).*"));
    assertThat(words("check.guest.linux.freeze.frozen-now.look"))
        .allMatch(text -> text.contains("D"));
    assertThat(words("cause.filesystem-left-frozen.summary")).hasSize(5);
  }

  @Test
  void numberedGoalStatesAreAllThatIsRemovedWhileNothingWorks() {
    List<Remediation> cleaning =
        CATALOG.remediations().stream()
            .filter(remedy -> remedy.steps().stream().anyMatch(WordedTrapsTest::removesGoalStates))
            .toList();
    assertThat(cleaning).hasSizeGreaterThan(1);
    for (Remediation remedy : cleaning) {
      List<String> before =
          remedy.steps().stream()
              .takeWhile(step -> !removesGoalStates(step))
              .map(WordedTrapsTest::name)
              .toList();
      assertThat(before).as(remedy.id()).contains("check-no-job", "check-not-frozen", "stop-agent");
    }
    assertThat(commands().filter(command -> command.matches("(?s).*\\b(rm|mv)\\b.*waagent.*xml.*")))
        .allMatch(command -> command.contains("/var/lib/waagent/*.[0-9]*.xml"));
  }

  private static boolean removesGoalStates(RemediationStep step) {
    String command = step.command();
    return command != null && command.matches("(?s).*\\b(rm|mv)\\b.*") && command.contains(".xml");
  }

  @Test
  void patternsInTheAgentsFolderAreResolvedByRoot() {
    assertThat(commands().filter(command -> command.matches("(?s).*/var/lib/waagent/\\S*\\*.*")))
        .isNotEmpty()
        .allMatch(command -> command.contains("sudo sh -c '"));
  }

  @Test
  void aProvisioningAgentThatWorksIsLeftAlone() {
    assertThat(words("step.set-provisioning-agent-auto.warning.text"))
        .allMatch(text -> text.contains("cloud-init"));
    assertThat(words("cause.provisioning-agent-not-auto.summary"))
        .allMatch(text -> text.contains("cloud-init"));
  }

  /** The id without that of the remediation. */
  private static String name(RemediationStep step) {
    return step.id().substring(step.id().indexOf('/') + 1);
  }

  private static boolean holds(RemediationStep step, String text) {
    String command = step.command();
    return command != null && command.contains(text);
  }

  private static List<RemediationStep> steps(String remediation) {
    return Objects.requireNonNull(CATALOG.remediation(remediation)).steps();
  }

  private static Stream<String> commands() {
    return CATALOG.remediations().stream()
        .flatMap(remedy -> remedy.steps().stream())
        .map(RemediationStep::command)
        .filter(Objects::nonNull);
  }

  private static List<String> words(String id) {
    List<String> found =
        WORDS.entrySet().stream()
            .filter(word -> word.getKey().endsWith(" " + id))
            .map(Map.Entry::getValue)
            .toList();
    assertThat(found).as(id).hasSize(5);
    return found;
  }
}
