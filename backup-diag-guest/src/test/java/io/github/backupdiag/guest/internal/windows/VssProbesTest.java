package io.github.backupdiag.guest.internal.windows;

import static io.github.backupdiag.guest.internal.windows.WindowsProbes.look;
import static io.github.backupdiag.guest.internal.windows.WindowsProbes.tester;
import static io.github.backupdiag.guest.internal.windows.WindowsProbes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.ShadowCopies;
import io.github.backupdiag.fact.guest.ShadowStorage;
import io.github.backupdiag.fact.guest.ShadowStorages;
import io.github.backupdiag.fact.guest.VssProvider;
import io.github.backupdiag.fact.guest.VssProviders;
import io.github.backupdiag.fact.guest.VssWriter;
import io.github.backupdiag.fact.guest.VssWriters;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writers, providers and storage of VSS, as {@code vssadmin} and the registry tell them. */
class VssProbesTest {

  private static final Instant NOW = Instant.parse("2026-03-14T04:00:00Z");
  private static final String CODE_PAGE = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage";
  private static final String PROVIDERS =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\VSS\\Providers";
  private static final String BANNER =
      "vssadmin 1.1 - x\r\n(C) Copyright 2001-2013 Microsoft Corp.\r\n\r\n";

  /** Made after the shape that the fact base states; labels are those of the display language. */
  private static String writers(
      String name, String id, String instance, String state, String error, String words) {
    String[] word = words.split("\\|", -1);
    return BANNER
        + writer(name + ": 'System Writer'", id, instance, state, error, 1, word[0], word[2])
        + writer(name + ": 'Registry Writer'", id, instance, state, error, 1, word[0], word[2])
        + writer(name + ": 'SqlServerWriter'", id, instance, state, error, 8, word[1], word[3]);
  }

  private static String writer(
      String head,
      String id,
      String instance,
      String state,
      String error,
      int number,
      String word,
      String last) {
    String sql = number == 1 ? "e8132975-6f93-4464-a53e-1050253ae220" : SQL;
    return head
        + ("\r\n   " + id + ": {" + sql + "}\r\n")
        + ("   " + instance + ": {11112222-3333-4444-8555-666677778888}\r\n")
        + ("   " + state + ": [" + number + "] " + word + "\r\n   " + error + ": " + last)
        + "\r\n\r\n";
  }

  private static final String SQL = "a65faa63-5ea8-4ebc-9dbd-a0c4db26912a";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "437; Writer name; Writer Id; Writer Instance Id; State; Last error;"
            + "Stable|Failed|No error|Non-retryable error",
        "850; Verfassername; Verfasserkennung; Verfasserinstanzkennung; Status; Letzter Fehler;"
            + "Stabil|Fehlgeschlagen|Kein Fehler|Nicht wiederholbarer Fehler",
        "850; Nom du r\u00e9dacteur; ID du r\u00e9dacteur; ID d'instance du r\u00e9dacteur;"
            + "\u00c9tat; Derni\u00e8re erreur;"
            + "Stable|\u00c9chec|Pas d'erreur|Erreur non r\u00e9cup\u00e9rable",
        "932; \u30e9\u30a4\u30bf\u30fc\u540d; \u30e9\u30a4\u30bf\u30fc Id;"
            + "\u30e9\u30a4\u30bf\u30fc \u30a4\u30f3\u30b9\u30bf\u30f3\u30b9 Id; \u72b6\u614b;"
            + "\u6700\u5f8c\u306e\u30a8\u30e9\u30fc;"
            + "\u5b89\u5b9a|\u5931\u6557|\u30a8\u30e9\u30fc\u306a\u3057|"
            + "\u518d\u8a66\u884c\u3067\u304d\u306a\u3044\u30a8\u30e9\u30fc",
        "852; Nazwa sk\u0142adnika zapisywania; Identyfikator sk\u0142adnika;"
            + "Identyfikator wyst\u0105pienia; Stan; Ostatni b\u0142\u0105d;"
            + "Stabilny|Niepowodzenie|Brak b\u0142\u0119du|B\u0142\u0105d bez ponawiania"
      })
  void readWritersInEveryLanguage(
      String page, String name, String id, String instance, String state, String error, String w) {
    byte[] printed =
        writers(name, id, instance, state, error, w)
            .getBytes(Charset.forName(page.equals("932") ? "windows-31j" : "IBM" + page));
    FakeGuest guest = FakeGuest.live().registry(CODE_PAGE, "OEMCP", "REG_SZ", page);
    guest.answer(VssAdmin.WRITERS, new CommandOutput(0, printed, new byte[0], true));

    VssWriters writers = value(WindowsFacts.VSS_WRITERS, look(new VssWritersProbe(), guest));

    assertThat(writers.whole()).isTrue();
    assertThat(writers.writers())
        .extracting(VssWriter::name, VssWriter::state)
        .containsExactly(
            tuple("System Writer", 1), tuple("Registry Writer", 1), tuple("SqlServerWriter", 8));
    assertThat(writers.writers().get(0).error()).isEqualTo(VssWriter.NO_ERROR);
    assertThat(writers.writers().get(2).writerId()).isEqualTo(SQL);
    assertThat(writers.writers().get(2).error()).isNotEqualTo(VssWriter.NO_ERROR);
  }

  @Test
  void tellWhenTheListWasMade() {
    FakeGuest guest = answering(VssAdmin.WRITERS, 0, BANNER);
    CheckedObservations seen =
        tester(new VssWritersProbe(), guest).given(BackupFacts.CLOCK_NOW, NOW).observe();

    assertThat(value(WindowsFacts.VSS_WRITERS, seen).writers()).isEmpty();
    assertThat(((Observed<?>) seen.observations().get(WindowsFacts.VSS_WRITERS)).at())
        .isEqualTo(NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n"})
  void takeNoOutputForNoEvidence(String nothing) {
    look(new VssWritersProbe(), answering(VssAdmin.WRITERS, 0, nothing))
        .expectUnavailable(WindowsFacts.VSS_WRITERS, UnavailableReason.FAILED);
    look(new ShadowStorageProbe(), answering(VssAdmin.STORAGE, 0, nothing))
        .expectUnavailable(WindowsVssFacts.SHADOW_STORAGE, UnavailableReason.FAILED);
    look(new VssProvidersProbe(), answering(VssAdmin.PROVIDERS, 0, nothing).denied("HKLM"))
        .expectUnavailable(WindowsFacts.VSS_PROVIDERS, UnavailableReason.FAILED);
  }

  @Test
  void takeARefusalForNoList() {
    String refused = BANNER + "Error: You don't have the correct permissions.\r\n";
    look(new VssWritersProbe(), answering(VssAdmin.WRITERS, 2, refused))
        .expectUnavailable(WindowsFacts.VSS_WRITERS, UnavailableReason.FAILED);
    look(new ShadowStorageProbe(), answering(VssAdmin.STORAGE, 2, refused))
        .expectUnavailable(WindowsVssFacts.SHADOW_STORAGE, UnavailableReason.FAILED);
  }

  @Test
  void takeAHangForNoAnswer() {
    FakeGuest hanging =
        FakeGuest.live()
            .denied("HKLM")
            .answer(VssAdmin.WRITERS, late())
            .answer(VssAdmin.STORAGE, late())
            .answer(VssAdmin.PROVIDERS, late());

    look(new VssWritersProbe(), hanging)
        .expectUnavailable(WindowsFacts.VSS_WRITERS, UnavailableReason.TIMED_OUT);
    look(new ShadowStorageProbe(), hanging)
        .expectUnavailable(WindowsVssFacts.SHADOW_STORAGE, UnavailableReason.TIMED_OUT);
    look(new VssProvidersProbe(), hanging)
        .expectUnavailable(WindowsFacts.VSS_PROVIDERS, UnavailableReason.TIMED_OUT);
  }

  @Test
  void doNotCallTheWritersWhileABackupRuns() {
    FakeGuest guest = answering(VssAdmin.WRITERS, 0, BANNER);
    tester(new VssWritersProbe(), guest)
        .given(BackupFacts.CLOCK_NOW, NOW)
        .given(WindowsFacts.EXTENSION_LOG, log(NOW.minus(Duration.ofMinutes(2))))
        .observe()
        .expectUnavailable(WindowsFacts.VSS_WRITERS, UnavailableReason.NOT_RECORDED);
    assertThat(guest.asked()).isEmpty();

    tester(new VssWritersProbe(), guest)
        .given(BackupFacts.CLOCK_NOW, NOW)
        .given(WindowsFacts.EXTENSION_LOG, log(NOW.minus(Duration.ofMinutes(6))))
        .observe();
    assertThat(guest.asked()).contains(VssAdmin.WRITERS);
  }

  @Test
  void readProvidersFromTheRegistryWithoutAProcess() {
    String key = PROVIDERS + "\\{B5946137-7B9F-4925-AF80-51ABD60B20D5}";
    FakeGuest guest =
        FakeGuest.live()
            .registry(key, "", "REG_SZ", "Microsoft Software Shadow Copy provider 1.0")
            .registry(key, "Type", "REG_DWORD", "1")
            .registry(key, "Version", "REG_SZ", "1.0.0.7")
            .registry(PROVIDERS + "\\garbage", "", "REG_SZ", "x");

    assertThat(value(WindowsFacts.VSS_PROVIDERS, look(new VssProvidersProbe(), guest)))
        .isEqualTo(
            new VssProviders(
                PROVIDERS,
                List.of(
                    new VssProvider(
                        "Microsoft Software Shadow Copy provider 1.0",
                        VssProvider.MICROSOFT,
                        1,
                        "1.0.0.7",
                        0)),
                true));
    guest.expectAskedOnly(PROVIDERS);
  }

  @Test
  void listProvidersWhereTheRegistryIsClosed() {
    FakeGuest guest =
        answering(
                VssAdmin.PROVIDERS,
                0,
                BANNER
                    + "Anbietername: \"Acme\"\r\n   Anbietertyp: Software\r\n"
                    + "   Anbieterkennung: {11112222-3333-4444-8555-666677778888}\r\n"
                    + "   Version: 3.2.0.1\r\n")
            .denied("HKLM");

    assertThat(value(WindowsFacts.VSS_PROVIDERS, look(new VssProvidersProbe(), guest)).providers())
        .extracting(VssProvider::name, VssProvider::version)
        .containsExactly(tuple("Acme", "3.2.0.1"));
  }

  @Test
  void readWhereCopiesAreStoredAndCountThem() {
    String volume = "(C:)\\\\?\\Volume{bbbb2222-0000-4000-8000-000000000003}\\\r\n";
    FakeGuest guest =
        answering(
            VssAdmin.STORAGE,
            0,
            BANNER
                + ("x\r\n   F\u00fcr Volume: " + volume + "   Speichervolume: " + volume)
                + "   Verwendet: 9,81 GB (9%)\r\n   Zugewiesen: 10,0 GB (10%)\r\n"
                + "   Maximum: 10,0 GB (10%)\r\n");
    answer(
        guest,
        VssAdmin.SHADOWS,
        0,
        BANNER
            + ("   Volume: " + volume)
            + "   Kopie: \\\\?\\GLOBALROOT\\Device\\HarddiskVolumeShadowCopy4\r\n");

    ShadowStorages seen =
        value(WindowsVssFacts.SHADOW_STORAGE, look(new ShadowStorageProbe(), guest));

    assertThat(seen.storages()).singleElement().matches(ShadowStorage::isFull);
    assertThat(seen.copies()).containsExactly(new ShadowCopies("C:", 1));
    assertThat(seen.whole()).isTrue();
  }

  @Test
  void aGuestWithoutCopiesHasNoStorage() {
    FakeGuest guest = answering(VssAdmin.STORAGE, 0, BANNER + "No items found.\r\n");

    assertThat(
            value(WindowsVssFacts.SHADOW_STORAGE, look(new ShadowStorageProbe(), guest)).storages())
        .isEmpty();
  }

  private static LogEvents log(Instant newest) {
    return new LogEvents(List.of(), newest, null, true);
  }

  private static Unavailable<CommandOutput> late() {
    return new Unavailable<>(UnavailableReason.TIMED_OUT, "vssadmin.exe");
  }

  private static FakeGuest answering(Question<CommandOutput> list, int status, String text) {
    return answer(FakeGuest.live(), list, status, text);
  }

  private static FakeGuest answer(
      FakeGuest guest, Question<CommandOutput> list, int status, String text) {
    byte[] printed = text.getBytes(StandardCharsets.UTF_8);
    return guest.answer(list, new CommandOutput(status, printed, new byte[0], true));
  }
}
