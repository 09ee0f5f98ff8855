package io.github.backupdiag.guest.internal.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.fact.guest.WindowsEvents;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.report.Finding;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a Windows guest does not show is not known: neither a fault nor a proof of health. */
class UnseenWindowsTest {

  private static final String PROBES =
      "io.github.backupdiag.guest.internal.windows.WindowsProbes#all";
  private static final Set<Finding.Outcome> DECIDED =
      Set.of(Finding.Outcome.CONFIRMED, Finding.Outcome.RULED_OUT, Finding.Outcome.FAILED);

  /** Probes whose questions are all commands. */
  static Stream<Probe> ofCommandsAlone() throws Exception {
    return WindowsProbes.all().stream()
        .filter(
            probe ->
                probe.descriptor().accessNeeds().stream()
                    .allMatch(need -> isCommand(need.what()) || isCodePage(need.what())));
  }

  private static boolean isCommand(String what) {
    return what.contains(".exe ");
  }

  private static boolean isCodePage(String what) {
    return what.endsWith("\\Nls\\CodePage");
  }

  @ParameterizedTest
  @MethodSource(PROBES)
  void aGuestThatRefusesEverythingIsNotSeen(Probe probe) {
    Map<FactKey<?>, Observation<?>> seen = look(probe, refusing());

    assertThat(seen).isNotEmpty();
    seen.forEach(
        (key, observation) -> {
          if (key.equals(GuestFacts.PLATFORM)) {
            assertThat(observation)
                .isInstanceOfSatisfying(Observed.class, UnseenWindowsTest::noKind);
          } else {
            assertThat(observation)
                .as(key.id())
                .isInstanceOfSatisfying(
                    Unavailable.class,
                    why -> assertThat(why.reason()).isEqualTo(UnavailableReason.NOT_PERMITTED));
          }
        });
  }

  private static void noKind(Observed<?> platform) {
    assertThat(((Platform) platform.value()).kind()).isEqualTo(Platform.Kind.UNKNOWN);
  }

  @ParameterizedTest
  @MethodSource("ofCommandsAlone")
  void aCommandThatIsRefusedTellsNothing(Probe probe) {
    assertThat(look(probe, commands(printed(5, "Zugriff verweigert")))).allSatisfy(this::isUnseen);
    assertThat(look(probe, commands(printed(1, "")))).allSatisfy(this::isUnseen);
  }

  /** A log may be seen without an entry, which no rule takes for health. */
  @ParameterizedTest
  @MethodSource("ofCommandsAlone")
  void aCommandThatPrintsNothingIsNoEvidence(Probe probe) {
    WindowsEvents none = new WindowsEvents(List.of(), null, false);
    look(probe, commands(printed(0, "")))
        .forEach(
            (key, seen) -> {
              if (seen instanceof Observed<?> observed) {
                assertThat(observed.value()).as(key.id()).isIn(none, List.of());
              } else {
                isUnseen(key, seen);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("ofCommandsAlone")
  void aCommandThatHangsOrIsNotThereTellsNothing(Probe probe) {
    assertThat(look(probe, commands(late())))
        .allSatisfy(
            (key, seen) ->
                assertThat(((Unavailable<?>) seen).reason())
                    .as(key.id())
                    .isEqualTo(UnavailableReason.TIMED_OUT));
    assertThat(look(probe, commands(new Absent<>("x.exe"))))
        .allSatisfy((key, seen) -> assertThat(seen).as(key.id()).isNotInstanceOf(Observed.class));
  }

  @ParameterizedTest
  @MethodSource(PROBES)
  void aCopyOfNothingShowsNoMoreThanThatThereAreNoFiles(Probe probe) {
    assertThat(look(probe, FakeGuest.copy()))
        .allSatisfy(
            (key, seen) -> {
              if (!key.equals(GuestFacts.PLATFORM)) {
                assertThat(seen).as(key.id()).isNotInstanceOf(Observed.class);
              }
            });
  }

  @ParameterizedTest
  @MethodSource(PROBES)
  void whatStandsInTheRegistryWasNotRecordedInACopyWithoutIt(Probe probe) {
    boolean ofRegistry =
        probe.descriptor().accessNeeds().stream()
            .allMatch(need -> need.what().startsWith("HK") || isCommand(need.what()));
    look(probe, whole(FakeGuest.copy()))
        .forEach(
            (key, seen) -> {
              if (ofRegistry && !key.equals(GuestFacts.PLATFORM)) {
                assertThat(seen)
                    .as(key.id())
                    .isInstanceOfSatisfying(
                        Unavailable.class,
                        why -> assertThat(why.reason()).isEqualTo(UnavailableReason.NOT_RECORDED));
              }
            });
  }

  static Stream<Arguments> guestsThatShowNothing() {
    return Stream.of(
        Arguments.of("refuses everything", refusing()),
        Arguments.of("refuses files, keys and commands", commands(printed(5, "Access is denied"))),
        Arguments.of("hangs", OneAnswerGuest.everywhere(FakeGuest.live(), late())),
        Arguments.of("commands hang", commands(late())),
        Arguments.of("commands print nothing", commands(printed(0, ""))),
        Arguments.of("commands are not there", commands(new Absent<>("x.exe"))),
        Arguments.of("an empty copy", FakeGuest.copy()),
        Arguments.of("a copy of a folder", FakeGuest.copy().folder("C:/Windows/System32")),
        Arguments.of(
            "a copy without registry, where commands would print nothing",
            OneAnswerGuest.ofCommands(
                FakeGuest.copy().folder("C:/Windows/System32"), printed(0, ""))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("guestsThatShowNothing")
  void nothingIsConfirmedOrRuledOut(String what, GuestConnection guest) {
    for (DiagnosisRequest.Builder request : requests()) {
      Report report = diagnose(guest, request);

      assertThat(report.findings())
          .as(what)
          .isNotEmpty()
          .filteredOn(finding -> DECIDED.contains(finding.outcome()))
          .isEmpty();
    }
  }

  /** So that silence means something in the test above. */
  @Test
  void whatIsShownBesideARefusalIsJudged() {
    FakeGuest guest =
        FakeGuest.live()
            .denied("C:/")
            .registry("HKLM\\SYSTEM\\CurrentControlSet\\Services\\VSS", "Start", "REG_DWORD", "4");

    assertThat(diagnose(guest, DiagnosisRequest.builder()).findings())
        .filteredOn(finding -> finding.outcome() == Finding.Outcome.CONFIRMED)
        .extracting(Finding::cause)
        .containsExactly("vss-service-broken");
  }

  @Test
  void noRuleFailsOnWhatProbesMakeOfGarbage() throws Exception {
    int runs = 40;
    List<FactSet.Builder> sets = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      sets.add(known());
    }
    for (Probe probe : WindowsProbes.all()) {
      List<Observations> seen = tester(probe, whole(FakeGuest.live())).survivesGarbage(runs);
      for (int run = 0; run < runs; run++) {
        FactSet.Builder set = sets.get(run);
        seen.get(run).byKey().forEach((key, observation) -> put(set, key, observation));
      }
    }
    BackupDiagnosis diagnosis = BackupDiagnosis.builder().build();
    for (FactSet.Builder set : sets) {
      assertThat(diagnosis.judge(set.build(), DiagnosisRequest.healthCheck()).findings())
          .isNotEmpty()
          .noneMatch(finding -> finding.outcome() == Finding.Outcome.FAILED);
    }
  }

  @SuppressWarnings("unchecked")
  private static void put(FactSet.Builder set, FactKey<?> key, Observation<?> observation) {
    if (!key.equals(GuestFacts.OS) && !key.equals(GuestFacts.PLATFORM)) {
      set.put((FactKey<Object>) key, (Observation<Object>) observation);
    }
  }

  /** A health check, and failures whose codes agree with what Windows rules look for. */
  private static List<DiagnosisRequest.Builder> requests() {
    return List.of(
        DiagnosisRequest.builder(),
        DiagnosisRequest.builder().code("ExtensionFailedVssWriterInBadState"),
        DiagnosisRequest.builder().code("ExtensionFailedVssServiceInBadState"),
        DiagnosisRequest.builder().code("ExtensionSnapshotFailedCOM"),
        DiagnosisRequest.builder().code("ExtensionSnapshotFailedNoNetwork"),
        DiagnosisRequest.builder().code("ExtensionVCRedistInstallationFailure"),
        DiagnosisRequest.builder().code("UserErrorGuestAgentStatusUnavailable"));
  }

  private static Report diagnose(GuestConnection guest, DiagnosisRequest.Builder request) {
    return BackupDiagnosis.builder()
        .connect(GuestConnection.class, guest)
        .build()
        .diagnose(request.knownFacts(known().build()).build());
  }

  private static FactSet.Builder known() {
    return FactSet.builder()
        .observed(GuestFacts.OS, WindowsProbes.WINDOWS, "given")
        .observed(GuestFacts.PLATFORM, new Platform(Platform.Kind.AZURE, "given"), "given");
  }

  private static GuestConnection refusing() {
    return OneAnswerGuest.everywhere(
        FakeGuest.live(), new Unavailable<>(UnavailableReason.NOT_PERMITTED, "refused"));
  }

  /** Files and keys are closed, and each command ends so. */
  private static GuestConnection commands(Observation<CommandOutput> end) {
    FakeGuest closed = FakeGuest.live().denied("C:/").denied("HKLM").denied("HKU");
    return OneAnswerGuest.ofCommands(closed, end);
  }

  private static Observation<CommandOutput> printed(int status, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Observed<>(new CommandOutput(status, bytes, new byte[0], true), "command", null);
  }

  private static Observation<CommandOutput> late() {
    return new Unavailable<>(UnavailableReason.TIMED_OUT, "did not end in time");
  }

  private static FakeGuest whole(FakeGuest guest) {
    return guest
        .file("C:/Windows/System32/ntoskrnl.exe", "MZ")
        .file("C:/Windows/Microsoft.NET/Framework64/v4.0.30319/clr.dll", "MZ")
        .folder("C:/Windows/SysWOW64");
  }

  private void isUnseen(FactKey<?> key, Observation<?> seen) {
    assertThat(seen).as(key.id()).isInstanceOf(Unavailable.class);
  }

  private static ProbeTester tester(Probe probe, GuestConnection guest) {
    return ProbeTester.of(probe).connect(GuestConnection.class, guest);
  }

  /** On a guest of which the probes before saw nothing, either. */
  private static Map<FactKey<?>, Observation<?>> look(Probe probe, GuestConnection guest) {
    ProbeTester tester = tester(probe, guest);
    for (FactKey<?> need : probe.descriptor().needs()) {
      tester =
          need.equals(GuestFacts.OS)
              ? tester.given(GuestFacts.OS, WindowsProbes.WINDOWS)
              : tester.givenUnavailable(need, UnavailableReason.NOT_PERMITTED);
    }
    return new LinkedHashMap<>(tester.observe().observations().byKey());
  }
}
