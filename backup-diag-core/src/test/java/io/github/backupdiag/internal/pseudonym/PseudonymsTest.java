package io.github.backupdiag.internal.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {

  private static final String VM_ID = "3f1c5d7e-9a2b-4c6d-8e0f-1a2b3c4d5e6f";

  private final Pseudonyms pseudonyms = new Pseudonyms();

  private String replaced(String text) {
    pseudonyms.learn("", text);
    return pseudonyms.replace("", text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vmId 3f1c5d7e-9a2b-4c6d-8e0f-1a2b3c4d5e6f | vmId 00000000-0000-4000-8000-000000000001",
        "from 10.1.2.3 to 10.1.2.4:443 | from 203.0.113.1 to 203.0.113.2:443",
        "route 10.1.0.0/16 via 10.1.0.1 | route 203.0.113.1/16 via 203.0.113.2",
        "dns server: 8.8.8.8 | dns server: 203.0.113.1",
        "http://20.60.1.2/x | http://203.0.113.1/x",
        "addr 2603:1030:2::6 | addr 2001:db8::1",
        "00:0d:3a:11:22:33 up | 02:00:00:00:00:01 up",
        "mail jane.roe@contoso.com now | mail mail-1@example.invalid now",
        "/home/jane/.cache | /home/user-1/.cache",
        "C:\\Users\\jane\\x | C:\\Users\\user-1\\x",
        "invalid user jane from | invalid user user-1 from",
        "https://contosologs.blob.core.windows.net/c | https://storage-1.blob.core.windows.net/c",
        "https://contoso.vault.azure.net/s | https://storage-1.vault.azure.net/s",
        "ask dc01.contoso.local for | ask host-1.example for",
        "Mar 14 02:16:10 web01 sshd[7]: hi | Mar 14 02:16:10 host-1 sshd[7]: hi",
        "<Computer>WIN-AB12CD</Computer> | <Computer>host-1</Computer>",
        "hostname: web01 | hostname: host-1"
      })
  void whatNamesACustomersThingIsReplaced(String text, String expected) {
    assertThat(replaced(text)).isEqualTo(expected);
  }

  @Test
  void everyNameInAnArmIdIsReplacedAndKnownEverywhere() {
    String id =
        "/subscriptions/"
            + VM_ID
            + "/resourceGroups/rg-pay/providers/Microsoft.Compute/virtualMachines/pay-vm1"
            + "/extensions/VMSnapshotLinux";

    assertThat(replaced(id + " of PAY-VM1 in rg-pay"))
        .isEqualTo(
            "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/group-1"
                + "/providers/Microsoft.Compute/virtualMachines/vm-1/extensions/VMSnapshotLinux"
                + " of vm-1 in group-1");
  }

  @Test
  void aNameLearnedLaterIsReplacedInTextsBeforeIt() {
    List<String> texts = List.of("connect to web01 now", "hostname: web01");
    texts.forEach(text -> pseudonyms.learn("", text));

    assertThat(pseudonyms.replace("", texts.get(0))).isEqualTo("connect to host-1 now");
  }

  @Test
  void anOrdinaryWordIsReplacedOnlyWhereANameStands() {
    pseudonyms.learn("request.target/vm", "backup");

    assertThat(pseudonyms.replace("request.target/vm", "backup")).isEqualTo("vm-1");
    assertThat(pseudonyms.replace("", "the backup failed")).isEqualTo("the backup failed");
  }

  @Test
  void aNameInsideALongerWordStays() {
    pseudonyms.learn("request.target/vm", "pay1");

    assertThat(pseudonyms.replace("", "pay1 pay12 xpay1 pay1-x"))
        .isEqualTo("vm-1 pay12 xpay1 pay1-x");
  }

  @ParameterizedTest
  @CsvSource({
    "CONTOSO\\svc, domain-1\\user-1",
    ".\\svc, .\\user-1",
    "NT AUTHORITY\\NetworkService, NT AUTHORITY\\NetworkService",
    "NT SERVICE\\MSSQLSERVER, NT SERVICE\\MSSQLSERVER",
    "BUILTIN\\Administrators, BUILTIN\\Administrators",
    "LocalSystem, LocalSystem"
  })
  void accountsOfWindowsStay(String account, String expected) {
    pseudonyms.learn("guest.windows.services/account", account);

    assertThat(pseudonyms.replace("guest.windows.services/account", account)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "168.63.129.16:80 and 169.254.169.254 and 127.0.0.1 and 0.0.0.0/0",
        "a route to 168.63.128.0/17 or 169.254.0.0/16, mask 255.255.255.0",
        "fe80::1 and ::1 and ff02::1",
        "12:34:56:78:9a:bc is the gateway",
        "WALinuxAgent-2.9.1.1 and version 10.0.1.2 and 1.0.95.0",
        "Microsoft.Azure.RecoveryServices.VMSnapshotLinux",
        "{b5946137-7b9f-4925-af80-51abd60b20d5} is the provider of Windows",
        "00000000-0000-0000-0000-000000000000",
        "/var/lib/waagent/Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0.9188.0",
        "C:\\Windows\\System32\\vssvc.exe and C:\\Users\\Public\\x",
        "2026-03-14T02:16:10.123Z INFO ExtHandler at 02:16:10",
        "std::string and a::b and 12:34:56",
        "UserErrorGuestAgentStatusUnavailable 0x80042306 -2147467259",
        "Accepted publickey for root from ::1",
        "git@github and a@b"
      })
  void whatIsTheSameEverywhereStays(String text) {
    assertThat(replaced(text)).isEqualTo(text);
  }

  @Test
  void equalNamesGetEqualPseudonymsWhateverTheirCase() {
    assertThat(replaced("hostname: Web01 hostname: wEB01 hostname: web02"))
        .isEqualTo("hostname: host-1 hostname: host-1 hostname: host-2");
  }

  @Test
  void pseudonymsAreNotReplacedAgain() {
    String once =
        replaced(
            "hostname: web01 10.1.2.3 jane@contoso.com 00:0d:3a:11:22:33 2603:1030:2::6 " + VM_ID);
    Pseudonyms second = new Pseudonyms();
    second.learn("", once);

    assertThat(second.replace("", once)).isEqualTo(once);
  }

  @Test
  void thousandsOfAddressesStayApart() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      text.append("10.").append(i >> 8).append('.').append(i & 255).append(".7 ");
    }

    assertThat(Stream.of(replaced(text.toString()).strip().split(" ", -1)).distinct())
        .hasSize(5000);
  }

  static List<Path> catalogs() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      return files.filter(file -> file.toString().matches(".*\\.(json|tsv)")).toList();
    }
  }

  /** Else a report would name an event's provider or a writer by a pseudonym. */
  @ParameterizedTest
  @MethodSource("catalogs")
  void everyIdInTheCatalogIsWellKnown(Path file) throws IOException {
    Matcher guids =
        Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
            .matcher(Files.readString(file));
    while (guids.find()) {
      String guid = guids.group().toLowerCase(java.util.Locale.ROOT);
      boolean example = guid.matches("(11112222|12345678|99990000|aaaa1111|bbbb2222).*");

      assertThat(example || WellKnownGuids.contains(guid)).as(guid).isTrue();
    }
  }
}
