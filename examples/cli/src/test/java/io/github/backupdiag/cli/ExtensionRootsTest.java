package io.github.backupdiag.cli;

import static io.github.backupdiag.guest.samples.SampleRootExtension.SETTINGS;
import static io.github.backupdiag.guest.samples.SampleRootExtension.folder;
import static io.github.backupdiag.guest.samples.SampleRootExtension.installed;
import static io.github.backupdiag.guest.samples.SampleRootExtension.later;
import static io.github.backupdiag.guest.samples.SampleRootExtension.python;
import static io.github.backupdiag.guest.samples.SampleRootExtension.shellLine;
import static io.github.backupdiag.guest.samples.SampleRootExtension.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guest.samples.SampleRootExtension;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code diagnose --root} on copies in which something is wrong with the backup extension. */
class ExtensionRootsTest {

  private static final Instant DONE = SampleRoot.RUN.plusSeconds(12);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(ExtensionAilment.class)
  void theAilmentIsTheFirstConfirmedCauseAndAllElseItsConsequence(ExtensionAilment ailment) {
    for (Distribution distribution : Distribution.values()) {
      Path root = ailment.in(folder.resolve(distribution.name()), distribution).directory();
      assertBlamed(ailment, diagnose(root));
      for (String code : ailment.codes()) {
        assertBlamed(ailment, diagnose(root, "--error", code));
      }
    }
  }

  private static void assertBlamed(ExtensionAilment ailment, Run run) {
    JsonReport report = JsonReport.of(run);
    List<JsonNode> confirmed = report.causes("confirmed");
    assertThat(confirmed).isNotEmpty();
    JsonNode first = confirmed.get(0);
    assertThat(first.get("id").asText()).isEqualTo(ailment.cause());
    assertThat(confirmed.subList(1, confirmed.size()))
        .allSatisfy(cause -> assertThat(cause.hasNonNull("explainedBy")).isTrue());
    JsonNode evidence = first.get("evidence").get(0);
    assertThat(evidence.get("file").asText()).isEqualTo(ailment.place());
    if (ailment.value() != null) {
      assertThat(evidence.get("excerpt").asText()).contains(ailment.value());
    }
    assertThat(report.causes("contradictory")).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.CONFIRMED);
    assertThat(run.err()).isEmpty();
  }

  /** What may be met on a healthy machine. */
  @SuppressWarnings("ImmutableEnumChecker") // functions that keep nothing
  private enum Healthy {
    NO_SCRIPTS(root -> installed(root, "1.0.9235.0", SETTINGS, success(316))),
    SUCCESS(root -> installed(root, "1.0.9235.0", SETTINGS, success(1))),
    APPLICATION_CONSISTENT(root -> installed(root, "1.0.9235.0", SETTINGS, success(0))),
    DONE_BEFORE(root -> installed(root, "1.0.9235.0", SETTINGS, success(3))),
    SEVERAL_VERSIONS(
        root ->
            installed(
                installed(
                    installed(root, "1.0.9999.0", SETTINGS, success(1)),
                    "1.0.10000.0",
                    SETTINGS,
                    success(1)),
                "1.0.9218.0",
                9,
                status(2, "error", DONE.minusSeconds(999_999), "failed"))),
    OLDER_FAILED(
        root ->
            installed(root, "1.0.9235.0", SETTINGS, success(1))
                .file(
                    folder("1.0.9235.0") + "status/20.status",
                    status(121, "error", DONE.minusSeconds(600), "freeze failed"))
                .file(folder("1.0.9235.0") + "status/9.status", status(4, "x", DONE, ""))
                .file(folder("1.0.9235.0") + "config/20.settings", "{}")),
    NEW_PYTHON_AND_FIXED_EXTENSION(
        root ->
            installed(python(root, "3.12", true), "1.0.9220.0", SETTINGS, success(1))
                .file(SampleRootExtension.SHELL_LOG, shellLine(3, "0 returned from handle.py"))),
    NEW_PYTHON_ALONE(
        root -> installed(python(root, "3.12", false), "1.0.9235.0", SETTINGS, success(1))),
    PLATFORM_PYTHON(
        root ->
            installed(root, "1.0.9235.0", SETTINGS, success(1))
                .file("usr/bin/env", "")
                .file("usr/libexec/platform-python", "")),
    STILL_WORKING(
        root ->
            installed(root, "1.0.9235.0", SETTINGS, status(4, "transitioning", DONE, "working"))
                .file(
                    SampleRoot.EXTENSION_LOG,
                    SampleRoot.extensionLine(4, "starting enable")
                        + SampleRoot.extensionLine(6, "starting daemon initially"))),
    OTHER_EXIT_CODES(
        root ->
            installed(root, "1.0.9235.0", SETTINGS, success(1))
                .file(SampleRootExtension.SHELL_LOG, shellLine(3, "13 returned from handle.py"))),
    POLICY_THAT_NOBODY_OBEYS(
        root ->
            installed(root, "1.0.9235.0", SETTINGS, success(1))
                .file(
                    "etc/waagent_policy.json",
                    "{\"extensionPolicies\": {\"allowListedExtensionsOnly\": true}}")),
    DAYS_LATER(root -> later(installed(root, "1.0.9235.0", SETTINGS, success(1)), 40));

    private final UnaryOperator<SampleRoot> variant;

    Healthy(UnaryOperator<SampleRoot> variant) {
      this.variant = variant;
    }

    private static String success(int code) {
      return status(code, "success", DONE, "done");
    }
  }

  @ParameterizedTest
  @EnumSource(Healthy.class)
  void nothingIsConfirmedOnAHealthyVariant(Healthy healthy) {
    for (Distribution distribution : Distribution.values()) {
      SampleRoot root = SampleRoot.of(distribution, folder.resolve(distribution.name()));
      Path directory = healthy.variant.apply(root).directory();
      List<Run> runs = new ArrayList<>(List.of(diagnose(directory)));
      for (String code :
          List.of(
              "GuestAgentSnapshotTaskStatusError",
              "UserErrorVmProvisioningStateFailed",
              "ExtensionSnapshotFailedNoNetwork",
              "VMSnapshotLinux.4")) {
        runs.add(diagnose(directory, "--error", code));
      }
      for (Run run : runs) {
        JsonReport report = JsonReport.of(run);
        assertThat(report.confirmed()).isEmpty();
        assertThat(report.causes("contradictory")).isEmpty();
        assertThat(report.elements("problems")).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.OK);
      }
    }
  }

  @Test
  void aCodeInTheStatusFileBringsItsCausesAlong() {
    Path root =
        installed(
                SampleRoot.of(Distribution.RHEL_9, folder),
                "1.0.9235.0",
                SETTINGS,
                status(121, "error", DONE, "freeze failed for some mount"))
            .directory();

    JsonReport report =
        JsonReport.of(diagnose(root, "--error", "GuestAgentSnapshotTaskStatusError"));

    assertThat(report.elements("causes"))
        .extracting(cause -> cause.get("id").asText())
        .contains("mount-cannot-be-frozen");
    assertThat(report.tree().toString()).contains("VMSnapshotLinux.121");
  }

  @Test
  void aNumberThatTheCatalogDoesNotKnowIsNotNamedAsACode() {
    Path root =
        installed(
                SampleRoot.of(Distribution.RHEL_9, folder),
                "1.0.9235.0",
                SETTINGS,
                status(7777, "error", DONE, "new"))
            .directory();

    Run run = diagnose(root, "--error", "GuestAgentSnapshotTaskStatusError");

    assertThat(run.out()).doesNotContain("VMSnapshotLinux.7777");
    assertThat(JsonReport.of(run).confirmed()).isEmpty();
  }

  private static Run diagnose(Path root, String... more) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("diagnose", "--root", root.toString(), "--format", "json"));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }
}
