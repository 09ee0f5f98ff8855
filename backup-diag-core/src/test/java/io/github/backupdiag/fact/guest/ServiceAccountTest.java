package io.github.backupdiag.fact.guest;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceAccountTest {

  @ParameterizedTest
  @CsvSource({
    "LocalSystem, LOCAL_SYSTEM",
    ".\\LocalSystem, LOCAL_SYSTEM",
    "NT AUTHORITY\\SYSTEM, LOCAL_SYSTEM",
    "NT-AUTORITÄT\\SYSTEM, LOCAL_SYSTEM",
    "NT AUTHORITY\\LocalService, LOCAL_SERVICE",
    "nt authority\\LOCAL SERVICE, LOCAL_SERVICE",
    "NT AUTHORITY\\NetworkService, NETWORK_SERVICE",
    "NT AUTHORITY\\NETWORK SERVICE, NETWORK_SERVICE",
    "NT-AUTORITÄT\\Netzwerkdienst, NETWORK_SERVICE",
    "AUTORITE NT\\SERVICE RÉSEAU, NETWORK_SERVICE",
    "S-1-5-20, NETWORK_SERVICE",
    "NetworkService, NETWORK_SERVICE",
    "NT INSTANS\\Nätverkstjänst, UNKNOWN",
    "'', UNKNOWN",
    "svc, UNKNOWN",
    "NT SERVICE\\SQLWriter, OTHER",
    ".\\backup, OTHER",
    ".\\system, OTHER",
    "CONTOSO\\networkservice, OTHER",
    "CONTOSONT\\svc, OTHER",
    "svc@contoso.com, OTHER"
  })
  void tellsBuiltInAccountsFromOthers(String name, ServiceAccount account) {
    assertThat(ServiceAccount.of(name)).isEqualTo(account);
  }

  @Property
  void givesAnAnswerForAnyName(@ForAll String name) {
    assertThat(ServiceAccount.of(name)).isNotNull();
    assertThat(ServiceAccount.of("NT x\\" + name)).isNotEqualTo(ServiceAccount.OTHER);
  }
}
