package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.AgentUpdate;
import io.github.backupdiag.fact.guest.MachineConfig;
import io.github.backupdiag.fact.guest.MachineConfig.State;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import io.github.backupdiag.internal.event.KnownEvents;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XML of programs on Windows, updates of the agent, events among other words. */
class WindowsReadersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a></a>",
        "<a\n/>",
        "<?xml version='1.0'?><!DOCTYPE a><a/>",
        "<a><!-- <b> > --></a>",
        "<a><![CDATA[ <b> > ]]></a>",
        "<a><!----></a>",
        "<a><b c='>'/><d e=\"'>\"></d\t></a>",
        "<a x='1'></a >"
      })
  void readsSoundXml(String text) {
    assertThat(config(text).state()).isEqualTo(State.SOUND);
    assertThat(config(text).line()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 1",
        "text | 1",
        "<a> | 1",
        "'<a>~</b>' | 2",
        "'<a>~~</a></a>' | 3",
        "'<a>~<b' | 2",
        "'~<!-- x' | 2",
        "'<!-->' | 1",
        "'<a>~<![CDATA[ ]>' | 2",
        "'<a>~<b c=\"></a>' | 2",
        "'<?xml?>' | 1",
        "'<?>' | 1",
        "</a> | 1"
      })
  void tellsTheLineWhereXmlIsBroken(String text, long line) {
    MachineConfig config = config(text.replace('~', '\n'));

    assertThat(config.state()).isEqualTo(State.BROKEN);
    assertThat(config.line()).isEqualTo(line);
  }

  @Test
  void ordersUpdatesOfTheAgentByTheirVersion() {
    RegistryKey updates =
        key(
            "u",
            key("2.10.0", "5", "REG_SZ"),
            key("2.9.1", "4294967295", "REG_DWORD"),
            key("2.8", "-3", "REG_SZ"));

    assertThat(AgentRegistry.updates("P", updates))
        .containsExactly(
            new AgentUpdate("2.8", -3, "", "", "P\\2.8"),
            new AgentUpdate("2.9.1", -1, "", "", "P\\2.9.1"),
            new AgentUpdate("2.10.0", 5, "", "", "P\\2.10.0"));
  }

  @Test
  void leavesOutWhatIsNoUpdate() {
    RegistryKey updates =
        key(
            "u",
            key("2.1x", "5", "REG_SZ"),
            key("2", "5", "REG_SZ"),
            key("2.10.0", "five", "REG_SZ"),
            key("2.11.0", "12345678901", "REG_SZ"));

    assertThat(AgentRegistry.updates("P", updates)).isEmpty();
  }

  @Test
  void doesNotRepeatAnEventFromTheWordsAroundIt() {
    String xml = "<Event><System><Provider Name='VSS'/><EventID>8193</EventID></System></Event>";
    WindowsEventReader reader = new WindowsEventReader(KnownEvents.all(), "input");

    assertThat(reader.read("see VSS 8193:\n" + xml + "\nand volsnap 25\n"))
        .extracting(WindowsEvent::id)
        .containsExactly(8193, 25);
    assertThat(reader.read("VSS 8193 and volsnap 25 and VSS 25"))
        .extracting(WindowsEvent::id)
        .contains(8193, 25);
  }

  @Test
  void keepsTheLinesOutsideOfXml() {
    String xml = "<Event a='b'>\r\n<x>\n</Event>";

    assertThat(WindowsEventReader.outsideXml("one\n" + xml + "two " + xml + "\nthree"))
        .isEqualTo(
            "one\n"
                + " ".repeat(13)
                + "\r\n   \n"
                + " ".repeat(8)
                + "two "
                + " ".repeat(13)
                + "\r\n   \n"
                + " ".repeat(8)
                + "\nthree");
    assertThat(WindowsEventReader.outsideXml("<Event a='b'><x>cut off"))
        .isEqualTo(" ".repeat(16) + "cut off");
    assertThat(WindowsEventReader.outsideXml("&lt;Event&gt;&lt;/Event&gt; x"))
        .endsWith(" x")
        .doesNotContain("Event");
  }

  private static MachineConfig config(String text) {
    return MachineConfigFile.parse("m", text, true);
  }

  private static RegistryKey key(String version, String code, String type) {
    return new RegistryKey(
        version, List.of(new RegistryValue("Code", type, code)), List.of(), true);
  }

  private static RegistryKey key(String name, RegistryKey... keys) {
    return new RegistryKey(name, List.of(), new ArrayList<>(List.of(keys)), true);
  }
}
