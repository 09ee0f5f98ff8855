package io.github.backupdiag.guest.internal.windows;

import static io.github.backupdiag.guest.internal.windows.WindowsProbes.look;
import static io.github.backupdiag.guest.internal.windows.WindowsProbes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.fact.guest.WindowsServices;
import io.github.backupdiag.testkit.FakeGuest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServicesProbeTest {

  private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";

  @Test
  void readsSetupAndState() {
    FakeGuest guest = vss(FakeGuest.live()).command(query("VSS"), 0, state(1, "STOPPED"));

    WindowsServices services = services(guest);

    assertThat(services.services())
        .containsExactly(
            new WindowsService("VSS", 2, "LocalSystem", "%systemroot%\\system32\\vssvc.exe", 1, 0));
    assertThat(services.lacks("iaasvmprovider")).isTrue();
    assertThat(services.lacks("VSS")).isFalse();
  }

  @Test
  void knowsAServiceWhoseDelayedStartIsYetToCome() {
    String waiting = state(1, "STOPPED").replace("0  (0x0)", "1077  (0x435)");

    assertThat(only(vss(FakeGuest.live()).command(query("VSS"), 0, waiting)).isYetToStart())
        .isTrue();
    assertThat(only(vss(FakeGuest.live()).command(query("VSS"), 5, waiting)).isYetToStart())
        .isFalse();
  }

  @Test
  void asksForTheStateOfServicesThatAreThereOnly() {
    FakeGuest guest = vss(FakeGuest.live());

    services(guest);

    assertThat(guest.asked().toString()).contains("sc.exe, query, VSS").doesNotContain("MSDTC]");
  }

  @Test
  void leavesAStateOpenThatCouldNotBeSeen() {
    assertThat(only(vss(FakeGuest.live())).state()).isNull();
    assertThat(only(vss(FakeGuest.copy())).state()).isNull();
    assertThat(only(vss(FakeGuest.live()).command(query("VSS"), 0, "")).state()).isNull();
    assertThat(only(vss(FakeGuest.live()).command(query("VSS"), 5, state(4, "R"))).state())
        .isNull();
  }

  @Test
  void leavesAServiceOutThatMayNotBeRead() {
    WindowsServices services = services(vss(FakeGuest.live()).denied(SERVICES + "MSDTC"));

    assertThat(services.service("MSDTC")).isEmpty();
    assertThat(services.lacks("MSDTC")).isFalse();
  }

  @Test
  void doesNotTakeAnOddStartTypeForOne() {
    FakeGuest guest =
        FakeGuest.live().registry(SERVICES + "VSS", "Start", "REG_DWORD", "4294967295");

    assertThat(only(guest).start()).isNull();
  }

  @Test
  void saysWhyItSawNothing() {
    look(new ServicesProbe(), FakeGuest.live().denied("HKLM"))
        .expectUnavailable(WindowsServiceFacts.SERVICES, UnavailableReason.NOT_PERMITTED);
    look(new ServicesProbe(), FakeGuest.copy())
        .expectUnavailable(WindowsServiceFacts.SERVICES, UnavailableReason.NOT_RECORDED);
    look(new ServicesProbe(), FakeGuest.live()).expectAbsent(WindowsServiceFacts.SERVICES);
  }

  private static FakeGuest vss(FakeGuest guest) {
    return guest
        .registry(SERVICES + "VSS", "Start", "REG_DWORD", "2")
        .registry(SERVICES + "VSS", "ObjectName", "REG_SZ", "LocalSystem")
        .registry(
            SERVICES + "VSS", "ImagePath", "REG_EXPAND_SZ", "%systemroot%\\system32\\vssvc.exe");
  }

  private static String state(int number, String word) {
    return "\r\nSERVICE_NAME: VSS\r\n        TYPE               : 10  WIN32_OWN_PROCESS\r\n"
        + "        STATE              : "
        + number
        + "  "
        + word
        + "\r\n        WIN32_EXIT_CODE    : 0  (0x0)\r\n";
  }

  private static List<String> query(String name) {
    return List.of("sc.exe", "query", name);
  }

  private static WindowsService only(FakeGuest guest) {
    return services(guest).services().get(0);
  }

  private static WindowsServices services(FakeGuest guest) {
    return value(WindowsServiceFacts.SERVICES, look(new ServicesProbe(), guest));
  }
}
