package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.guest.NotAGuestException;
import io.github.backupdiag.guest.OfflineBundle;
import io.github.backupdiag.guest.samples.Packing;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that somebody picked of a guest by chance: what is missing convicts nobody. */
class BundledPartsTest {

  private static final int PARTS = Integer.getInteger("parts", 40);

  private static final DiagnosisRequest ERROR =
      DiagnosisRequest.forError(Ailment.Codes.NO_SNAPSHOT);

  /** A guest, and what is wrong in it. */
  private record Sick(String cause, SampleRoot root) {

    /** What a handler's own report says stands as long as nothing says more. */
    String broader() {
      return cause.equals("backup-extension-cannot-load") ? "extension-provisioning-failed" : cause;
    }
  }

  private interface Making {
    Sick in(Path folder) throws Exception;
  }

  private record Case(String name, Making making) {
    @Override
    public String toString() {
      return name;
    }
  }

  @TempDir private Path folder;

  @Test
  void convictNobodyInAHealthyGuest() throws Exception {
    FullRoot full = FullRoot.in(folder);
    Map<String, byte[]> files = files(folder);
    full.files().forEach(path -> files.put(path.substring(1), full.bytes(path)));
    for (int part = 0; part < 3 * PARTS; part++) {
      assertThat(confirmed(files, new Random(part), DiagnosisRequest.healthCheck()))
          .as("part " + part)
          .isEmpty();
    }
  }

  static Stream<Case> sick() {
    Stream<Case> agents =
        Stream.of(Ailment.values())
            .map(
                each ->
                    new Case(
                        each.name(),
                        to -> new Sick(each.cause(), each.in(to, Distribution.UBUNTU_22_04))));
    Stream<Case> extensions =
        Stream.of(ExtensionAilment.values())
            .map(
                each ->
                    new Case(
                        each.name(),
                        to -> new Sick(each.cause(), each.in(to, Distribution.RHEL_9))));
    return Stream.concat(agents, extensions);
  }

  @ParameterizedTest
  @MethodSource("sick")
  void convictNobodyElse(Case each) throws Exception {
    Sick sick = each.making().in(folder);
    Map<String, byte[]> files = files(sick.root().directory());
    for (int part = 0; part < PARTS / 4; part++) {
      assertThat(confirmed(files, new Random(part), ERROR))
          .as("part " + part)
          .isSubsetOf(sick.cause(), sick.broader());
    }
  }

  private static Map<String, byte[]> files(Path root) throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (var walk = Files.walk(root)) {
      for (Path each : walk.filter(Files::isRegularFile).sorted().toList()) {
        files.put(root.relativize(each).toString(), Files.readAllBytes(each));
      }
    }
    return files;
  }

  private static List<String> confirmed(
      Map<String, byte[]> files, Random random, DiagnosisRequest request) throws Exception {
    Map<String, byte[]> some = new LinkedHashMap<>();
    int share = 1 + random.nextInt(9);
    files.forEach(
        (name, bytes) -> {
          if (random.nextInt(10) < share) {
            some.put(name, bytes);
          }
        });
    OfflineBundle bundle;
    try {
      byte[] tar = Packing.tar("", some, Map.of());
      bundle = OfflineBundle.open(new ByteArrayInputStream(tar), "bundle");
    } catch (NotAGuestException e) {
      return List.of();
    }
    Report report =
        BackupDiagnosis.builder().connect(GuestConnection.class, bundle).build().diagnose(request);
    return report.causes().stream()
        .filter(cause -> cause.state() == CauseState.CONFIRMED)
        .map(RankedCause::id)
        .toList();
  }
}
