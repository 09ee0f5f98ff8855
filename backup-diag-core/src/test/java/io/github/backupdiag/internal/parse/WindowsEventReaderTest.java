package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.internal.event.KnownEvents;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsEventReaderTest {

  private static final WindowsEventReader READER =
      new WindowsEventReader(KnownEvents.all(), "input");
  private static final Instant TIME = Instant.parse("2031-03-01T02:15:44Z");

  private static final String XML =
      "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
          + "<Provider Name='VSS'/><EventID Qualifiers='0'>8229</EventID><Level>3</Level>"
          + "<TimeCreated SystemTime='2031-03-01T02:15:44.000000000Z'/>"
          + "<Channel>Application</Channel><Computer>vm01</Computer></System><EventData>"
          + "<Data>0x800423f2, &lt;timeout&#62;</Data>"
          + "<Data Name=\"x\">{afbab4a2-367d-4d15-a586-71dbb18f8485}</Data>"
          + "<Binary>00FF</Binary></EventData></Event>";

  private static List<WindowsEvent> read(String text) {
    return READER.read(text);
  }

  @Test
  void readsXmlWithTimeAndData() {
    assertThat(read("see\n" + XML))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.channel()).isEqualTo("Application");
              assertThat(event.provider()).isEqualTo("VSS");
              assertThat(event.id()).isEqualTo(8229);
              assertThat(event.time()).isEqualTo(TIME);
              assertThat(event.data())
                  .containsExactly(
                      "0x800423f2, <timeout>", "{afbab4a2-367d-4d15-a586-71dbb18f8485}");
              assertThat(event.line()).isEqualTo(2);
            });
  }

  @Test
  void readsManyEventsWithAndWithoutARoot() {
    assertThat(read("<Events>" + XML + "\n" + XML + "</Events>")).hasSize(2);
    assertThat(read(XML + XML + XML)).hasSize(3);
  }

  @Test
  void readsXmlThatIsIndentedCutOrEscapedOnceMore() {
    String viewer =
        """
        - <Event xmlns="x">
          - <System>
            <Provider Name="volsnap" Guid="{1}" />
            <EventID Qualifiers="49158">25</EventID>
            <TimeCreated
              SystemTime="2031-03-01T02:15:44Z" />
        """;
    assertThat(read(viewer))
        .extracting(WindowsEvent::provider, WindowsEvent::id, WindowsEvent::time)
        .containsExactly(tuple("volsnap", 25, TIME));
    assertThat(read(XML.replace("<", "&lt;").replace(">", "&gt;")))
        .extracting(WindowsEvent::id)
        .containsExactly(8229);
  }

  @Test
  void takesTheLowWordOfAnIdAndNoTimeThatIsNone() {
    assertThat(read(XML.replace(">8229<", ">3221233672<").replace("2031-03", "2031-13")))
        .extracting(WindowsEvent::id, WindowsEvent::time)
        .containsExactly(tuple(8200, null));
  }

  @Test
  void readsNothingOutsideTheTextAndExpandsNoEntityOfADocument() {
    String doc =
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'><!ENTITY b '&b;&b;'>]>"
            + XML.replace("&lt;timeout", "&a;&b;");

    assertThat(read(doc).get(0).data()).contains("0x800423f2, &a;&b;>");
  }

  @Test
  void readsTheTextOfTheEventViewerInEnglish() {
    String text =
        """
        Log Name:      Application
        Source:        VSS
        Date:          3/14/2026 2:15:44 AM
        Event ID:      8193
        Level:         Error
        Description:
        Volume Shadow Copy Service error: Unexpected error calling routine X. hr = 0x80070018
        """;

    assertThat(read(text))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.provider()).isEqualTo("VSS");
              assertThat(event.id()).isEqualTo(8193);
              assertThat(event.channel()).isEqualTo("Application");
              assertThat(event.time()).as("local time, zone unknown").isNull();
              assertThat(event.holds("0x80070018")).isTrue();
            });
    assertThat(read(text + "Event Xml:\n" + XML.replace("8229", "8193")))
        .as("told twice")
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Protokollname: System|Quelle:  volsnap|Datum:  14.03.2026 02:15:44|Ereignis-ID: 25|",
        "ログの名前: System|ソース: volsnap|日付:  2026/03/14 2:15:44|イベント ID: 25",
        "?????: System|???: volsnap|??: 14.03.2026|??? ID: 25|",
        "TimeCreated  : 3/14/2026 2:15:44 AM|ProviderName : volsnap|Id           : 25",
        "Index : 5|EventID            : 25|EntryType : Error|Source             : volsnap|",
      })
  void readsOtherLanguagesByTheOrderOfTheLines(String lines) {
    assertThat(read(lines.replace("|", "\r\n")))
        .extracting(WindowsEvent::provider, WindowsEvent::id)
        .containsExactly(tuple("volsnap", 25));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ebene: Fehler|Quelle: VSS|Ereignis-ID: 8213",
        "Ereigniskennung: 8213|Ereignisquelle: VSS|Ereignistyp: Fehler",
        "Source\u00a0: VSS|ID de l\u2019événement\u00a0: 8213|Niveau\u00a0: Erreur",
        "Id. del evento: 8213|Nivel: Error|Origen: VSS",
        "Fonte: VSS|Identificação do evento: 8213|Nível: Erro",
        "Origine: VSS|ID evento: 8213|Livello: Errore",
        "イベント ID: 8213|レベル: エラー|ソース: VSS",
        "이벤트 ID: 8213|수준: 오류|원본: VSS",
        "来源：VSS|事件 ID：8213|级别：错误",
        "事件識別碼: 8213|等級: 錯誤|來源: VSS",
        "Event Type: Error|Event Source: VSS|Event Category: None|Event ID: 8213",
        "Message : x|Id : 8213|ProviderName : VSS|LevelDisplayName : Fehler",
      })
  void putsTogetherSourceAndNumberInAnyOrder(String lines) {
    assertThat(read(lines.replace("|", "\n")))
        .extracting(WindowsEvent::provider, WindowsEvent::id)
        .containsExactly(tuple("VSS", 8213));
  }

  @ParameterizedTest
  @CsvSource({
    "'event id 8229 source VSS', VSS, 8229",
    "'We see VSS event 12293 each night', VSS, 12293",
    "'Source VSS, Event ID: 12298.', VSS, 12298",
    "'イベント ID 8229 (ソース VSS)', VSS, 8229",
    "'Ereignis-ID 25 von volsnap', volsnap, 25",
    "'VSS 12289 appears', VSS, 12289",
    "'Event 1544 from FailoverClustering', failoverclustering, 1544",
  })
  void readsAMentionOfNumberAndSource(String text, String provider, int id) {
    assertThat(read(text))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.isBy(provider)).isTrue();
              assertThat(event.id()).isEqualTo(id);
              assertThat(event.time()).isNull();
            });
  }

  @Test
  void keepsApartTwoMentionsOnOneLine() {
    assertThat(
            read(
                "event id 8229 source VSS; event id 1544 source Microsoft-Windows-FailoverClustering"))
        .extracting(WindowsEvent::id, event -> WindowsEvent.shortName(event.provider()))
        .containsExactly(tuple(8229, "vss"), tuple(1544, "failoverclustering"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event id 8229",
        "VSS failed with 8229 files",
        "the VSS event 9999",
        "event 25 of the VSS",
        "port 12293",
        "<Event ",
        "<Event><Provider Name='VSS'/>",
        "Source: VSS\nnothing else",
        "Quelle: VSS\nEbene: Fehler",
        "来源：微软\n事件 ID：8213",
      })
  void takesAloneNeitherNumberNorSource(String text) {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void givesTheOnlyMentionTheDetailsOfTheText() {
    List<WindowsEvent> events =
        read("event id 8229 source VSS\nWriter Class Id: {1072ae1c-e5a7-4ea1-9e4a-6f7964656570}\n");

    assertThat(events.get(0).holds("1072AE1C")).isTrue();
  }

  @Test
  void knowsEventsByTheirEnglishSentence() {
    assertThat(read("Faulting application name: IaaSBcdrExtension.exe, version: 1.0"))
        .extracting(WindowsEvent::provider, WindowsEvent::id)
        .containsExactly(tuple("Application Error", 1000));
    assertThat(read("Volume Shadow Copy Service error: The VSS event class is not registered."))
        .extracting(WindowsEvent::provider, WindowsEvent::id)
        .containsExactly(tuple("VSS", 34));
  }
}
