package io.github.backupdiag.cli;

import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import java.util.List;

/** What is wrong with network or clock in a made-up root, and how a report must name it. */
enum NetworkAilment {
  FIXED_ADDRESS("dhcp-disabled-in-guest", "") {
    @Override
    void befall(SampleRoot root, Distribution distribution) {
      fixedAddress(root, distribution);
      root.append(
          SampleRoot.AGENT_LOG,
          SampleRoot.agentLine(20, "ERROR Daemon Daemon Failed to receive dhcp response.")
              + SampleRoot.agentLine(21, "ERROR Daemon Daemon Protocol endpoint not found: x"));
    }
  },
  OTHER_HOST_ADDRESS("dhcp-disabled-in-guest", "10.9.8.7") {
    @Override
    void befall(SampleRoot root, Distribution distribution) {
      root.file(
              "var/lib/dhcp/dhclient.eth0.leases",
              """
              lease {
                interface "eth0";
                fixed-address 10.0.0.4;
                option unknown-245 a:9:8:7;
                expire 4 2162/04/20 08:37:08;
              }
              """)
          .append(
              SampleRoot.AGENT_LOG,
              SampleRoot.agentLine(
                  20,
                  "WARNING Daemon Daemon Protocol endpoint (10.9.8.7) is not known wireserver ip:"
                      + " 168.63.129.16"));
    }
  },
  PROXY_CONFIGURED("proxy-misconfigured", "HttpProxy.Host=proxy.corp.example:3128") {
    @Override
    void befall(SampleRoot root, Distribution distribution) {
      root.append(SampleRoot.CONFIG, "HttpProxy.Host=proxy.corp.example\nHttpProxy.Port=3128\n");
      wrongWireServer(root);
    }
  },
  PROXY_IN_UNIT("proxy-misconfigured", "http_proxy=http://proxy.corp.example:3128") {
    @Override
    void befall(SampleRoot root, Distribution distribution) {
      root.file(
          "etc/systemd/system/" + root.unit() + ".service.d/proxy.conf",
          "[Service]\nEnvironment=\"http_proxy=http://bob:s3cr3t@proxy.corp.example:3128\"\n");
      wrongWireServer(root);
    }
  },
  CLOCK_AHEAD("guest-clock-skewed", "2026-03-14 01:55:21") {
    @Override
    void befall(SampleRoot root, Distribution distribution) {
      root.append(
          SampleRoot.EXTENSION_LOG,
          SampleRoot.extensionLine(
                  12, "Date and time extracted from pre-snapshot request: 2026-03-14 01:55:21")
              + tooLate(13));
    }
  },
  CLOCK_WRONG_FOR_CHRONY("guest-clock-skewed", "System clock wrong by 912.2") {
    @Override
    void befall(SampleRoot root, Distribution distribution) {
      root.file(
              "var/log/messages",
              "Mar 14 02:15:30 vm chronyd[700]: System clock wrong by 912.201133 seconds\n")
          .append(SampleRoot.EXTENSION_LOG, tooLate(13));
    }
  },
  FIREWALLED("host-endpoint-unreachable", "-A OUTPUT -d 168.63.129.16/32 -j DROP") {
    @Override
    void befall(SampleRoot root, Distribution distribution) {
      root.file(
              "etc/iptables/rules.v4",
              """
              *filter
              :INPUT ACCEPT [0:0]
              :OUTPUT ACCEPT [0:0]
              -A OUTPUT -o lo -j ACCEPT
              -A OUTPUT -d 168.63.129.16/32 -j DROP
              COMMIT
              """)
          .append(
              SampleRoot.AGENT_LOG,
              SampleRoot.agentLine(
                  30,
                  "ERROR ExtHandler ExtHandler [Wireserver Exception] [HttpError] [HTTP Failed] GET"
                      + " http://168.63.129.16/machine/?comp=goalstate -- IOError timed out -- 6"
                      + " attempts made"));
    }
  };

  private final String cause;
  private final String excerpt;

  NetworkAilment(String cause, String excerpt) {
    this.cause = cause;
    this.excerpt = excerpt;
  }

  abstract void befall(SampleRoot root, Distribution distribution);

  String cause() {
    return cause;
  }

  /** What the first evidence quotes; empty if that differs. */
  String excerpt() {
    return excerpt;
  }

  /** Codes among whose causes the catalog has this one. */
  List<String> codes() {
    return cause.equals("guest-clock-skewed")
        ? List.of("ExtensionOperationFailedForManagedDisks")
        : List.of(Ailment.Codes.NO_STATUS, Ailment.Codes.NO_SNAPSHOT);
  }

  /** A fixed address for the only interface, as each distribution writes it. */
  static void fixedAddress(SampleRoot root, Distribution distribution) {
    switch (distribution) {
      case DEBIAN_12 ->
          root.file(
              "etc/network/interfaces",
              """
              auto lo
              iface lo inet loopback
              auto eth0
              iface eth0 inet static
                  address 10.0.0.4/24
                  gateway 10.0.0.1
              """);
      case UBUNTU_22_04 ->
          root.file(
              "etc/netplan/50-cloud-init.yaml",
              """
              network:
                version: 2
                ethernets:
                  eth0:
                    dhcp4: no
                    addresses:
                      - 10.0.0.4/24
                    routes:
                      - to: default
                        via: 10.0.0.1
              """);
      case RHEL_9 ->
          root.file(
              "etc/NetworkManager/system-connections/eth0.nmconnection",
              """
              [connection]
              id=eth0
              type=ethernet
              interface-name=eth0

              [ipv4]
              method=manual
              address1=10.0.0.4/24,10.0.0.1
              """);
      case SLES_15 ->
          root.file("etc/sysconfig/network/routes", "default 10.0.0.1 - -\n")
              .file("etc/sysconfig/network/ifcfg-lo", "IPADDR='127.0.0.1/8'\n")
              .file(
                  "etc/sysconfig/network/ifcfg-eth0",
                  "BOOTPROTO='static'\nIPADDR='10.0.0.4/24'\nSTARTMODE='auto'\n");
      case AZURE_LINUX_3 ->
          root.file(
              "etc/systemd/network/10-eth0.network",
              """
              [Match]
              Name=eth0
              [Network]
              Address=10.0.0.4/24
              Gateway=10.0.0.1
              """);
    }
  }

  private static void wrongWireServer(SampleRoot root) {
    root.append(
        SampleRoot.EXTENSION_LOG,
        SampleRoot.extensionLine(14, "presnapshot Hitting wrong WireServer IP"));
  }

  private static String tooLate(long seconds) {
    return SampleRoot.extensionLine(
        seconds, "CRP timeout limit has reached, will not take snapshot.");
  }
}
