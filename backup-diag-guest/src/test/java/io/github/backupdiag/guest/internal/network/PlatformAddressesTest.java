package io.github.backupdiag.guest.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.Contact;
import io.github.backupdiag.fact.guest.Contact.Reach;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.TcpAnswer;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The addresses of the platform, as a Linux and a Windows guest see them. */
class PlatformAddressesTest {

  private static final String URL = "http://168.63.129.16/?comp=versions";
  private static final String HOST = "168.63.129.16";
  private static final int PORT = 32526;
  private static final Instant HOST_TIME = Instant.parse("2026-03-14T02:15:09Z");

  /** A guest of each family, seen by whom the agent runs as. */
  enum Guest {
    LINUX(GuestOs.Family.LINUX) {
      @Override
      FakeGuest privileged() {
        return FakeGuest.live().file("/proc/self/status", "Uid:\t0\t0\t0\t0\n");
      }

      @Override
      FakeGuest unprivileged() {
        return FakeGuest.live().file("/proc/self/status", "Uid:\t1000\t1000\t1000\t1000\n");
      }

      @Override
      FakeGuest contained() {
        return privileged().file("/.dockerenv", "");
      }
    },
    WINDOWS(GuestOs.Family.WINDOWS) {
      @Override
      FakeGuest privileged() {
        return FakeGuest.live()
            .registry("HKU\\S-1-5-19")
            .registry(
                "HKLM\\SYSTEM\\CurrentControlSet\\Control", "CurrentUser", "REG_SZ", "USERNAME");
      }

      @Override
      FakeGuest unprivileged() {
        return FakeGuest.live().denied("HKU\\S-1-5-19");
      }

      @Override
      FakeGuest contained() {
        return privileged()
            .registry(
                "HKLM\\SYSTEM\\CurrentControlSet\\Control", "ContainerType", "REG_DWORD", "2");
      }
    };

    private final GuestOs.Family family;

    Guest(GuestOs.Family family) {
      this.family = family;
    }

    abstract FakeGuest privileged();

    abstract FakeGuest unprivileged();

    abstract FakeGuest contained();

    CheckedObservations look(GuestProbe probe, FakeGuest guest, Platform.Kind kind) {
      return tester(probe, guest, kind).observe();
    }

    ProbeTester tester(GuestProbe probe, FakeGuest guest, Platform.Kind kind) {
      ProbeTester tester =
          ProbeTester.of(probe)
              .connect(GuestConnection.class, guest)
              .given(GuestFacts.PLATFORM, new Platform(kind, ""));
      return probe.descriptor().needs().contains(GuestFacts.OS)
          ? tester.given(GuestFacts.OS, new GuestOs(family, "", "", List.of(), ""))
          : tester;
    }

    CheckedObservations askHost(FakeGuest guest) {
      return look(new HostEndpointProbe(), guest, Platform.Kind.AZURE);
    }
  }

  @ParameterizedTest
  @EnumSource(Guest.class)
  void areAskedOnceWhereTheyAnswer(Guest family) {
    FakeGuest guest =
        family
            .privileged()
            .http(URL, answer(200, HOST_TIME, HOST_TIME.plusSeconds(600)))
            .tcp(HOST, PORT, new TcpAnswer(NetworkOutcome.ANSWERED, "", "10.0.0.4"));

    CheckedObservations seen = family.askHost(guest);

    assertThat(web(seen)).isEqualTo(new Contact(URL, List.of(Reach.ANSWERED), 200));
    assertThat(value(NetworkFacts.CLOCK_OFFSET, seen).ahead()).isEqualTo(Duration.ofMinutes(10));
    assertThat(value(NetworkFacts.HOST_SOURCE, seen)).isEqualTo("10.0.0.4");
    seen.expectAccessNeedsComplete();
    assertThat(networkQuestions(guest)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Guest.class)
  void areAskedTwiceWhereTheyDoNot(Guest family) {
    FakeGuest guest =
        family
            .privileged()
            .tcp(HOST, PORT, new TcpAnswer(NetworkOutcome.TIMED_OUT, "", "10.0.0.9"));

    CheckedObservations seen =
        family.look(new HostEndpointProbe(), guest, Platform.Kind.ASSUMED_AZURE);

    assertThat(web(seen).tries()).containsExactly(Reach.REFUSED, Reach.REFUSED);
    assertThat(value(NetworkFacts.HOST_SOURCE, seen)).isEqualTo("10.0.0.9");
    seen.expectAbsent(NetworkFacts.CLOCK_OFFSET).expectAccessNeedsComplete();
    assertThat(networkQuestions(guest)).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(Guest.class)
  void mayKeepSilentOrTellNoTime(Guest family) {
    FakeGuest guest =
        family.privileged().http(URL, HttpAnswer.none(NetworkOutcome.TIMED_OUT, true, ""));
    assertThat(web(family.askHost(guest)).tries()).containsExactly(Reach.SILENT, Reach.SILENT);

    family
        .askHost(family.privileged().http(URL, answer(503, null, HOST_TIME)))
        .expectAbsent(NetworkFacts.CLOCK_OFFSET)
        .expectAbsent(NetworkFacts.HOST_SOURCE);
  }

  @ParameterizedTest
  @EnumSource(Guest.class)
  void areNotCalledUnreachableByAnotherUserThanTheAgents(Guest family) {
    family
        .askHost(family.unprivileged())
        .expectUnavailable(NetworkFacts.HOST_ENDPOINT, UnavailableReason.NOT_PERMITTED)
        .expectUnavailable(NetworkFacts.HOST_SOURCE, UnavailableReason.NOT_PERMITTED)
        .expectAccessNeedsComplete();
  }

  @ParameterizedTest
  @EnumSource(Guest.class)
  void areReachedByAnotherUserToo(Guest family) {
    FakeGuest guest =
        family
            .unprivileged()
            .http(URL, answer(200, HOST_TIME, HOST_TIME))
            .tcp(HOST, PORT, NetworkOutcome.ANSWERED);
    family.askHost(guest).expectSource(NetworkFacts.HOST_ENDPOINT, URL);
  }

  @ParameterizedTest
  @EnumSource(Guest.class)
  void areNotCalledUnreachableWhereAFilterStopsThisProgram(Guest family) {
    FakeGuest guest =
        family
            .privileged()
            .http(URL, HttpAnswer.none(NetworkOutcome.FORBIDDEN, false, "Permission denied"));
    family
        .askHost(guest)
        .expectUnavailable(NetworkFacts.HOST_ENDPOINT, UnavailableReason.NOT_PERMITTED);
  }

  @ParameterizedTest
  @EnumSource(Guest.class)
  void areNotJudgedByTheNetworkOfAContainer(Guest family) {
    family
        .askHost(family.contained())
        .expectUnavailable(NetworkFacts.HOST_ENDPOINT, UnavailableReason.NOT_CONNECTED);
    family
        .look(new HostEndpointProbe(), family.contained(), Platform.Kind.ASSUMED_AZURE)
        .expectSource(NetworkFacts.HOST_ENDPOINT, URL);
  }

  @ParameterizedTest
  @EnumSource(Guest.class)
  void areContactedOnAnAzureVmOnly(Guest family) {
    for (Platform.Kind kind : List.of(Platform.Kind.OTHER, Platform.Kind.UNKNOWN)) {
      FakeGuest guest = family.privileged();
      family
          .look(new HostEndpointProbe(), guest, kind)
          .expectUnavailable(NetworkFacts.HOST_ENDPOINT, UnavailableReason.NOT_CONNECTED);
      family
          .look(new MetadataEndpointProbe(), guest, kind)
          .expectUnavailable(NetworkFacts.METADATA_ENDPOINT, UnavailableReason.NOT_CONNECTED);
      assertThat(guest.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Guest.class)
  void areNotContactedForACopy(Guest family) {
    for (GuestProbe probe : List.of(new HostEndpointProbe(), new MetadataEndpointProbe())) {
      CheckedObservations seen = family.look(probe, FakeGuest.copy(), Platform.Kind.ASSUMED_AZURE);
      probe
          .descriptor()
          .provides()
          .forEach(key -> seen.expectUnavailable(key, UnavailableReason.NOT_RECORDED));
    }
  }

  @Test
  void tellWhetherTheMetadataAnswers() {
    String url = "http://169.254.169.254/metadata/instance?api-version=2021-02-01";
    FakeGuest guest = Guest.WINDOWS.privileged().http(url, answer(200, HOST_TIME, HOST_TIME));

    CheckedObservations seen =
        Guest.WINDOWS.look(new MetadataEndpointProbe(), guest, Platform.Kind.AZURE);

    assertThat(value(NetworkFacts.METADATA_ENDPOINT, seen).isAnswered()).isTrue();
    seen.expectAccessNeedsComplete();
  }

  @ParameterizedTest
  @EnumSource(Guest.class)
  void surviveGarbage(Guest family) {
    for (GuestProbe probe : List.of(new HostEndpointProbe(), new MetadataEndpointProbe())) {
      assertThat(
              family.tester(probe, family.privileged(), Platform.Kind.AZURE).survivesGarbage(100))
          .hasSize(100);
    }
  }

  private static HttpAnswer answer(int status, Instant date, Instant received) {
    return HttpAnswer.of(status, date, received, new byte[0], true);
  }

  private static List<Question<?>> networkQuestions(FakeGuest guest) {
    return guest.asked().stream()
        .filter(asked -> asked instanceof Question.Tcp || asked instanceof Question.Http)
        .toList();
  }

  private static Contact web(CheckedObservations seen) {
    return value(NetworkFacts.HOST_ENDPOINT, seen).web();
  }

  private static <T> T value(FactKey<T> key, CheckedObservations seen) {
    if (seen.observations().get(key) instanceof Observed<T> observed) {
      return observed.value();
    }
    throw new AssertionError(key + ": " + seen.observations().get(key));
  }
}
