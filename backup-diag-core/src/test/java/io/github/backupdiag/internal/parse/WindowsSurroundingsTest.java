package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.DesktopHeap;
import io.github.backupdiag.fact.guest.FilterDriver;
import io.github.backupdiag.fact.guest.WindowsEvent;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Desktop heap, file system filters, exclusions and stopped packets. */
class WindowsSurroundingsTest {

  private static final String AGENT =
      "\\device\\harddiskvolume2\\WindowsAzure\\Packages\\WaAppAgent.exe";

  @Test
  void theHeapOfServicesIsTheThirdNumber() {
    assertThat(
            SharedSection.parse(
                "key",
                "%SystemRoot%\\system32\\csrss.exe ObjectDirectory=\\Windows"
                    + " SharedSection=1024,20480,768 Windows=On SubSystemType=Windows"))
        .isEqualTo(new DesktopHeap(20480, 768, "key"));
  }

  @ParameterizedTest
  @CsvSource({"'SharedSection=1024,3072'", "''", "'XSharedSection=1,2,3'", "'SharedSection=a,b,c'"})
  void aHeapThatIsNotSetIsNotGuessed(String line) {
    assertThat(SharedSection.parse("key", line)).isNull();
  }

  @Test
  void filtersHaveAnAltitude() {
    List<FilterDriver> drivers =
        FilterDriverList.parse(
            """

            Filtername                  Anzahl der Instanzen    Höhe        Frame
            ------------------------------  -------------  ------------  -----
            WdFilter                                4       328010         0
            exampleav                               3       321234.12      0
            examplebk                                       281234         0
            luafv                                   1       135000         0
            oldfilter                                                    <Legacy>
            """);
    assertThat(drivers)
        .extracting(FilterDriver::name)
        .containsExactly("WdFilter", "exampleav", "examplebk", "luafv");
    assertThat(drivers.stream().filter(FilterDriver::isAntivirus))
        .extracting(FilterDriver::altitude)
        .containsExactly(328010L, 321234L);
  }

  @ParameterizedTest
  @CsvSource({
    "C:\\Packages\\Plugins, true",
    "c:\\packages\\plugins\\x\\, true",
    "C:\\Packages\\Plugins\\X\\*, true",
    "C:\\Packages\\Plugins\\X2, false",
    "C:\\Pack, false",
    "C:\\Packages\\Plugins\\X\\bin, false",
    "'', false",
    "\\*, false",
  })
  void anExclusionCoversWhatLiesBeneath(String excluded, boolean covers) {
    assertThat(ExcludedPath.covers(excluded, "C:\\Packages\\Plugins\\X")).isEqualTo(covers);
  }

  @ParameterizedTest
  @CsvSource({
    "5157, '%%14593', 168.63.129.16, 80, 6, true",
    "5152, '%%14593', 168.63.129.16, 32526, 6, true",
    "5157, '%%14592', 168.63.129.16, 80, 6, false",
    "5157, '%%14593', 168.63.129.17, 80, 6, false",
    "5157, '%%14593', 168.63.129.16, 53, 6, false",
    "5157, '%%14593', 168.63.129.16, 80, 17, false",
    "5156, '%%14593', 168.63.129.16, 80, 6, false",
  })
  void aStoppedPacketIsOfTheAgentAndGoesToItsPorts(
      int id, String direction, String address, String port, String protocol, boolean counts) {
    List<String> data =
        List.of("7", AGENT, direction, "10.0.0.4", "50000", address, port, protocol, "99");
    assertThat(BlockedPacket.isOfAgent(event(id, data))).isEqualTo(counts);
  }

  @Test
  void aStoppedPacketOfAnotherProgramDoesNotCount() {
    List<String> data =
        new ArrayList<>(
            List.of("7", AGENT, "%%14593", "10.0.0.4", "50000", "168.63.129.16", "80", "6"));
    assertThat(BlockedPacket.isOfAgent(event(5157, data))).isTrue();
    data.set(1, "\\device\\harddiskvolume2\\tools\\java.exe");
    assertThat(BlockedPacket.isOfAgent(event(5157, data))).isFalse();
    data.set(1, "\\device\\harddiskvolume2\\packages\\plugins\\x\\1.0\\a.exe");
    assertThat(BlockedPacket.isOfAgent(event(5157, data))).isTrue();
    assertThat(BlockedPacket.isOfAgent(event(5157, data.subList(0, 5)))).isFalse();
  }

  @Property(tries = 200)
  void anythingIsSurvived(@ForAll String text, @ForAll List<String> data) {
    assertThat(FilterDriverList.parse(text)).isNotNull();
    assertThat(SharedSection.parse(text, text)).isNull();
    assertThat(ExcludedPath.covers(text, "C:\\Packages")).isFalse();
    assertThat(BlockedPacket.isOfAgent(event(5157, data))).isFalse();
  }

  private static WindowsEvent event(int id, List<String> data) {
    return new WindowsEvent(
        "Security", "Microsoft-Windows-Security-Auditing", id, null, data, "wevtutil", 1, "x");
  }
}
