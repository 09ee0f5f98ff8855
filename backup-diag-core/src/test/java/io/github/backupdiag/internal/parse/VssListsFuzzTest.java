package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.fuzz.Places;
import io.github.backupdiag.fuzz.Samples;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.event.KnownEvents;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class VssListsFuzzTest {

  private static final WindowsEventReader EVENTS =
      new WindowsEventReader(KnownEvents.all(), "input");

  private static final ErrorNumbers NUMBERS =
      new ErrorNumbers(LoadedCatalog.with(List.of()).errors());

  static Stream<byte[]> files() {
    return Samples.of(
        """
        Writer name: 'System Writer'
           Writer Id: {e8132975-6f93-4464-a53e-1050253ae220}
           Writer Instance Id: {11112222-3333-4444-8555-666677778888}
           State: [8] Failed
           Last error: Timed out
        """,
        """
        * WRITER "System Writer"
        \t- Writer ID   = {e8132975-6f93-4464-a53e-1050253ae220}
        \t- Writer instance ID = {11112222-3333-4444-8555-666677778888}
        \t- Writer state: 8 (VSS_WS_FAILED_AT_PREPARE_BACKUP)
        \t- Failure: 0x800423f2
        """,
        """
        Provider name: 'Acme'
         Provider type: Hardware
         Provider Id: {11112222-3333-4444-8555-666677778888}
         Version: 1.0
        """,
        "<Event ><System><Provider Name='VSS'/><EventID Qualifiers='0'>8193</EventID><TimeCreated"
            + " SystemTime='2026-03-14T02:15:09Z'/></System><EventData><Data>a&amp;&#65;</Data>"
            + "</EventData></Event>",
        "Log Name: Application\r\nSource: VSS\r\nDate: 1\r\nEvent ID: 8229\r\n 0x8004 230F");
  }

  /** Lists of writers and providers, events and numbers, in the words of any language. */
  @MethodSource("files")
  @FuzzTest
  void parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Places.check(() -> VssWriterList.parse(text), text);
    Places.check(() -> VssProviderList.parse(text), text);
    Places.check(() -> ShadowStorageList.parse(text), text);
    Places.check(() -> EVENTS.read(text), text);
    Places.check(() -> WindowsEventXml.parse(text, "input"), text);
    assertThat(WindowsEventReader.outsideXml(text).length()).isLessThanOrEqualTo(text.length());
    for (ErrorNumbers.Hit hit : NUMBERS.find(text)) {
      assertThat(text.substring(hit.start())).startsWith(hit.written());
    }
  }
}
