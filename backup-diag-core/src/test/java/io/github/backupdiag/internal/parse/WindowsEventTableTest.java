package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.internal.event.KnownEvents;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsEventTableTest {

  private static final WindowsEventReader READER =
      new WindowsEventReader(KnownEvents.all(), "input");

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        Level,Date and Time,Source,Event ID,Task Category
        Error,3/14/2026 2:16:10 AM,VSS,8193,None,"Unexpected error ""X"". hr = 0x80070539,
        the second line"
        """,
        """
        Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie
        Fehler,14.03.2026 03:16:10,VSS,8193,Keine,"Fehler ""X"". hr = 0x80070539,
        zweite Zeile"
        """,
        """
        수준,날짜 및 시간,원본,이벤트 ID,작업 범주
        오류,2026-03-14 오전 11:16:10,VSS,8193,없음,"오류 ""X"". hr = 0x80070539,
        둘째 줄"
        """,
        """
        レベル\t日付と時刻\tソース\tイベント ID\tタスクのカテゴリ
        エラー\t2026/03/14 11:16:10\tVSS\t8193\tなし\t"エラー ""X"". hr = 0x80070539
        次"
        """,
        "エラー,2026/03/14 11:16:10,VSS,8193,なし,\"\"\"X\"\". hr = 0x80070539\n次\""
      })
  void readsWhatTheEventViewerSavesInAnyLanguage(String text) {
    List<WindowsEvent> events = READER.read(text);

    assertThat(events).hasSize(1);
    assertThat(events.get(0).provider()).isEqualTo("VSS");
    assertThat(events.get(0).id()).isEqualTo(8193);
    assertThat(events.get(0).time()).isNull();
    assertThat(events.get(0).holds("0x80070539")).isTrue();
    assertThat(events.get(0).holds("\"X\"")).isTrue();
    assertThat(events.get(0).data()).hasSize(2);
  }

  @Test
  void readsWhatPowerShellExportsByTheNamesOfItsColumns() {
    String text =
        """
        #TYPE System.Diagnostics.Eventing.Reader.EventLogRecord
        "Message","Id","Version","ProviderName","LogName","MachineName","TimeCreated"
        "Unexpected error calling routine X.  hr = 0x8007001f, A device
        ",8193,,"VSS","Application","vm1","3/14/2026 2:16:10 AM"
        "The shadow copies were deleted",25,,"volsnap","System","vm1","2026-03-14T02:16:10Z"
        "Of no matter",1,,"Somebody","System","vm1","x"
        """;
    List<WindowsEvent> events = READER.read(text);

    assertThat(events).extracting(WindowsEvent::id).containsExactly(8193, 25);
    assertThat(events).extracting(WindowsEvent::line).containsExactly(3L, 5L);
    assertThat(events.get(0).channel()).isEqualTo("Application");
    assertThat(events.get(0).time()).isNull();
    assertThat(events.get(1).time()).isEqualTo("2026-03-14T02:16:10Z");
  }

  @Test
  void readsSemicolonsOfOtherCultures() {
    assertThat(READER.read("\"EventID\";\"Source\";\"Message\"\n\"8193\";\"VSS\";\"a;b\"\n"))
        .singleElement()
        .satisfies(event -> assertThat(event.data()).containsExactly("a;b"));
  }

  @Test
  void aCellThatNeverClosesEndsWithItsLine() {
    String text = "Error,3/14/2026 2:16:10 AM,VSS,8193,None,\"cut";

    assertThat(READER.read(text)).singleElement().matches(event -> event.holds("cut"));
  }

  @Test
  void leavesTheLineFeedsOfWindowsOutOfCells() {
    String text = "Id,Source,Message\r\n25,volsnap,gone\r\n8193,VSS,\"a\r\nb\"\r\n25,volsnap,x";

    assertThat(READER.read(text))
        .extracting(WindowsEvent::line, event -> String.join("|", event.data()))
        .containsExactly(tuple(2L, "gone"), tuple(3L, "a|b"), tuple(5L, "x"));
  }

  @Test
  void saysWhatAnEventIsThatHasNoText() {
    assertThat(READER.read("Id,Source,Message\n25,volsnap,\n"))
        .singleElement()
        .matches(event -> event.text().equals("volsnap 25") && event.data().isEmpty());
    assertThat(READER.read("Id,Source,Level\n25,volsnap,3\n").get(0).text())
        .isEqualTo("volsnap 25");
    assertThat(READER.read("Id,Source,Message\n25,volsnap,gone\n").get(0).text())
        .isEqualTo("volsnap 25: gone");
  }

  @Test
  void readsOnlyRowsWhoseColumnsAreNamed() {
    assertThat(READER.read("Source\tNumber\nvolsnap\t25\n")).isEmpty();
    assertThat(READER.read("x,Source,Id\n,volsnap\n,volsnap,25\n"))
        .extracting(WindowsEvent::line)
        .containsExactly(3L);
  }

  @Test
  void takesQuotesOffTheCellsOfTheViewer() {
    assertThat(READER.read("\"Error\",\"2026\",\"VSS\",\"8193\",\"None\",\"text\""))
        .extracting(WindowsEvent::id)
        .containsExactly(8193);
    assertThat(WindowsEventTable.parse("e,2026,\"VSS,8193,n,t", "input", KnownEvents.all()))
        .isEmpty();
    assertThat(WindowsEventTable.parse("e,2026,\",8193,n,t", "input", KnownEvents.all())).isEmpty();
  }

  @Test
  void passesOverTextBetweenRows() {
    String row = "Error,3/14/2026 2:16:10 AM,VSS,8193,None,hr";

    assertThat(READER.read("please see, and help\n" + row + "\nthanks, a lot, all\n" + row))
        .extracting(WindowsEvent::line)
        .containsExactly(2L, 4L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id, source, number and other words, none of them an event",
        "a,b,VSS,not a number,c",
        "a,b,Somebody,8193,c"
      })
  void otherTablesHoldNoEvents(String text) {
    assertThat(WindowsEventTable.parse(text, "input", KnownEvents.all())).isEmpty();
  }
}
