package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.AddressSetup;
import io.github.backupdiag.fact.guest.AddressSetup.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressSetupsTest {

  private static final String NETPLAN =
      """
      # written by hand
      network:
        version: 2
        ethernets:
          eth0:
            dhcp4: false
            # addresses: [10.9.9.9/24]
            addresses: [10.0.0.4/24]
            routes:
              - to: default
                via: 10.0.0.1
            nameservers:
              addresses: [10.0.0.2]
          "eth1":
            dhcp4: true
            match:
              macaddress: 00:0d:3a:00:00:01
        bridges:
          br0:
            addresses: [192.168.0.1/24]
      """;

  @Test
  void readNetplan() {
    assertThat(AddressSetups.netplan("/n", NETPLAN))
        .containsExactly(
            new AddressSetup("/n", 8, "eth0", Method.STATIC, true, "addresses: [10.0.0.4/24]"),
            new AddressSetup("/n", 15, "eth1", Method.DHCP, false, "dhcp4: true"));
  }

  @Test
  void readIfcfg() {
    assertThat(
            AddressSetups.ifcfg(
                "/etc/sysconfig/network-scripts/ifcfg-eth0",
                "DEVICE=eth0\n# IPADDR=1.2.3.4\nBOOTPROTO=none\nIPADDR=10.0.0.4\nGATEWAY=10.0.0.1\n",
                false))
        .containsExactly(
            new AddressSetup(
                "/etc/sysconfig/network-scripts/ifcfg-eth0",
                4,
                "eth0",
                Method.STATIC,
                true,
                "IPADDR=10.0.0.4"));
    assertThat(methods(AddressSetups.ifcfg("/ifcfg-eth0", "BOOTPROTO='dhcp'\n", false)))
        .containsExactly(Method.DHCP);
  }

  @Test
  void leaveOutIfcfgFilesThatAreNotInForce() {
    String fixed = "BOOTPROTO=static\nIPADDR=10.0.0.4\n";
    assertThat(AddressSetups.ifcfg("/ifcfg-eth0.bak", fixed, false)).isEmpty();
    assertThat(AddressSetups.ifcfg("/ifcfg-eth0~", fixed, false)).isEmpty();
    assertThat(AddressSetups.ifcfg("/ifcfg-eth0", fixed + "ONBOOT=no\n", false)).isEmpty();
    assertThat(AddressSetups.ifcfg("/ifcfg-lo", "IPADDR=127.0.0.1\n", false)).isEmpty();
    assertThat(AddressSetups.ifcfg("/ifcfg-eth0", "BOOTPROTO=none\n", false)).isEmpty();
  }

  @Test
  void readInterfaces() {
    assertThat(
            AddressSetups.interfaces(
                "/i",
                """
                auto lo
                iface lo inet loopback
                iface eth0 inet static
                  # address 10.9.9.9
                  address 10.0.0.4
                  gateway 10.0.0.1
                iface eth0 inet6 auto
                iface eth1 inet dhcp
                """))
        .containsExactly(
            new AddressSetup("/i", 5, "eth0", Method.STATIC, true, "address 10.0.0.4"),
            new AddressSetup("/i", 8, "eth1", Method.DHCP, false, "iface eth1 inet dhcp"));
  }

  @Test
  void readKeyfiles() {
    String head = "[connection]\ntype=ethernet\ninterface-name=eth0\n";
    assertThat(
            AddressSetups.keyfile(
                "/k", head + "[ipv4]\nmethod=manual\naddress1=10.0.0.4/24,10.0.0.1\n"))
        .containsExactly(new AddressSetup("/k", 5, "eth0", Method.STATIC, true, "method=manual"));
    assertThat(methods(AddressSetups.keyfile("/k", head + "[ipv4]\nmethod=auto\n")))
        .containsExactly(Method.DHCP);
    assertThat(AddressSetups.keyfile("/k", head + "[ipv6]\nmethod=manual\n")).isEmpty();
    assertThat(AddressSetups.keyfile("/k", "[connection]\ntype=bridge\n[ipv4]\nmethod=manual\n"))
        .isEmpty();
  }

  @Test
  void readNetworkd() {
    assertThat(
            AddressSetups.networkd(
                "/d",
                "[Match]\nName=eth0\n[Network]\n#DHCP=yes\nAddress=10.0.0.4/24\nGateway=10.0.0.1\n"))
        .containsExactly(
            new AddressSetup("/d", 5, "eth0", Method.STATIC, true, "Address=10.0.0.4/24"));
    assertThat(methods(AddressSetups.networkd("/d", "[Network]\nDHCP=ipv4\nAddress=10.0.0.9/24\n")))
        .containsExactly(Method.DHCP);
    assertThat(AddressSetups.networkd("/d", "[Match]\nName=docker0\n[Network]\nDHCP=yes\n"))
        .isEmpty();
  }

  @Test
  void takeNoCommentForAFixedAddress() {
    assertThat(
            AddressSetups.netplan(
                "/n",
                """
                network:
                  ethernets:
                    eth0:
                      optional: true
                      # addresses: [10.0.0.4/24]
                """))
        .isEmpty();
    assertThat(
            methods(
                AddressSetups.netplan(
                    "/n",
                    """
                    network:
                      ethernets:
                        eth0:
                          dhcp4: true
                          # addresses: [10.0.0.4/24]
                    """)))
        .containsExactly(Method.DHCP);
    assertThat(
            methods(
                AddressSetups.ifcfg(
                    "/ifcfg-eth0", "BOOTPROTO=dhcp\n#BOOTPROTO=static\n#IPADDR=10.0.0.4\n", false)))
        .containsExactly(Method.DHCP);
    assertThat(
            methods(
                AddressSetups.interfaces(
                    "/i", "#iface eth0 inet static\n#address 10.0.0.4\niface eth0 inet dhcp\n")))
        .containsExactly(Method.DHCP);
    assertThat(
            methods(
                AddressSetups.keyfile(
                    "/k",
                    """
                    [connection]
                    type=ethernet
                    [ipv4]
                    #method=manual
                    #address1=10.0.0.4/24
                    method=auto
                    """)))
        .containsExactly(Method.DHCP);
    assertThat(
            methods(
                AddressSetups.networkd(
                    "/d", "[Match]\nName=eth0\n[Network]\nDHCP=yes\n#Address=10.0.0.4/24\n")))
        .containsExactly(Method.DHCP);
  }

  private static List<Method> methods(List<AddressSetup> setups) {
    return setups.stream().map(AddressSetup::method).toList();
  }
}
