package io.github.backupdiag.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.SeenNumber;
import io.github.backupdiag.fact.guest.VssWriter;
import io.github.backupdiag.fact.guest.VssWriters;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTextTest {

  private static final WindowsText READER = new WindowsText(LoadedCatalog.with(List.of()));

  private static final String MIXED =
      """
      The backup fails with ExtensionFailedVssWriterInBadState.
      Writer name: 'SqlServerWriter'
         Writer Id: {a65faa63-5ea8-4ebc-9dbd-a0c4db26912a}
         Writer Instance Id: {99990000-aaaa-4bbb-8ccc-ddddeeeeffff}
         State: [8] Failed
         Last error: Non-retryable error
      Provider name: 'Microsoft Software Shadow Copy provider 1.0'
         Provider type: System
         Provider Id: {b5946137-7b9f-4925-af80-51abd60b20d5}
         Version: 1.0.0.7
      <Event><System><Provider Name='VSS'/><EventID>8229</EventID>
      <TimeCreated SystemTime='2026-03-14T02:15:44Z'/></System>
      <EventData><Data>0x800423f4</Data></EventData></Event>
      [00000014] 2026-03-14T02:15:09.123Z [ERROR]  RdCrypt Initialization failed. Error Code: -2147023143
      2026-03-14T02:15:52.8611188Z [Error]:  Install provider failed (0x80110401)
      """;

  private static FactSet read(String text) {
    FactSet.Builder facts = FactSet.builder();
    READER.read(text, facts);
    return facts.build();
  }

  @Test
  void findsEveryKindInOneText() {
    FactSet facts = read(MIXED);

    assertThat(facts.value(WindowsFacts.VSS_WRITERS).writers())
        .extracting(VssWriter::name, VssWriter::state, VssWriter::line)
        .containsExactly(tuple("SqlServerWriter", 8, 3L));
    assertThat(facts.value(WindowsFacts.VSS_PROVIDERS).providers()).hasSize(1);
    assertThat(facts.value(WindowsFacts.EVENTS).events())
        .extracting(WindowsEvent::id, WindowsEvent::line)
        .containsExactly(tuple(8229, 11L));
    assertThat(facts.value(WindowsFacts.AGENT_LOG).events())
        .extracting(LogEvent::signature, LogEvent::line, LogEvent::time)
        .containsExactly(tuple("wg-rdcrypt-rpc", 14L, Instant.parse("2026-03-14T02:15:09.123Z")));
    assertThat(facts.value(WindowsFacts.EXTENSION_LOG).events())
        .extracting(LogEvent::signature, LogEvent::file)
        .contains(tuple("vs-provider-failed", "input"));
  }

  @Test
  void tellsWhereANumberStandsAndWhen() {
    assertThat(read(MIXED).value(WindowsFacts.ERROR_NUMBERS))
        .extracting(SeenNumber::error, SeenNumber::event, SeenNumber::line, SeenNumber::time)
        .containsExactly(
            tuple("vss.0x800423f4", "vss 8229", 11L, Instant.parse("2026-03-14T02:15:44Z")),
            tuple("hresult.0x800706d9", "", 14L, Instant.parse("2026-03-14T02:15:09.123Z")),
            tuple("hresult.0x80110401", "", 15L, Instant.parse("2026-03-14T02:15:52.861118800Z")));
  }

  @Test
  void addsNothingForOtherText() {
    assertThat(read("UserErrorGuestAgentStatusUnavailable on vm01, 3 times").ids()).isEmpty();
  }

  @Test
  void leavesWhatAnotherSourceHasSeen() {
    VssWriters seen = new VssWriters("vssadmin", List.of(), true);
    FactSet.Builder facts = FactSet.builder().observed(WindowsFacts.VSS_WRITERS, seen, "guest");

    READER.read(MIXED, facts);

    assertThat(facts.build().value(WindowsFacts.VSS_WRITERS)).isSameAs(seen);
    assertThat(facts.build().contains(WindowsFacts.EVENTS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{e8132975-6f93-4464-a53e-1050253ae220} <Event event id VSS 0x8004 'x': [1]\n",
        "<Event ",
        "'\"event id VSS ",
        "{e8132975-6f93-4464-a53e-1050253ae220}",
      })
  void readsLongTextsOfUselessBeginnings(String piece) {
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(piece.repeat(20_000)));
  }

  @Property
  void readsAnyText(@ForAll String text) {
    read(text);
    read("<Event " + text);
  }
}
