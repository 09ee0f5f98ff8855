package io.github.backupdiag.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.SpaceLeft;
import io.github.backupdiag.guestaccess.TcpAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeGuestTest {

  private static final List<String> UPTIME = List.of("uptime", "-s");

  private final FakeGuest guest =
      FakeGuest.live()
          .file("/etc/waagent.conf", "Extensions.Enabled=n\n")
          .file("/status/2.status", "two")
          .file("/status/10.status", "ten")
          .file("/status/notes.txt", "none");

  @Test
  void answersWithAFile() {
    FileContent content = seen(Question.file("/etc/waagent.conf"));

    assertThat(content.text()).isEqualTo("Extensions.Enabled=n\n");
    assertThat(content.path()).isEqualTo("/etc/waagent.conf");
    assertThat(content.isComplete()).isTrue();
  }

  @Test
  void cutsALongFileAtTheEndThatWasNotAskedFor() {
    FileContent head = seen(new Question.File("/etc/waagent.conf", 3, Question.Part.HEAD));
    FileContent tail = seen(Question.tail("/etc/waagent.conf", 3));

    assertThat(head.text()).isEqualTo("Ext");
    assertThat(head.isComplete()).isFalse();
    assertThat(tail.text()).isEqualTo("=n\n");
    assertThat(tail.offset()).isEqualTo(18);
    assertThat(tail.size()).isEqualTo(21);
  }

  @Test
  void isAbsentWhereNothingIsScripted() {
    assertThat(answer(Question.file("/etc/fstab"))).isEqualTo(new Absent<>("/etc/fstab"));
    assertThat(answer(Question.stat("/etc/fstab"))).isInstanceOf(Absent.class);
    assertThat(answer(Question.listing("/var/*"))).isInstanceOf(Absent.class);
    assertThat(answer(new Question.Files("/var/*", 5, 5))).isInstanceOf(Absent.class);
    assertThat(answer(new Question.Newest("/var/*", 5))).isInstanceOf(Absent.class);
    assertThat(answer(new Question.Space("/"))).isInstanceOf(Absent.class);
    assertThat(answer(new Question.Command(UPTIME, Duration.ofSeconds(1))))
        .isEqualTo(new Absent<>("uptime -s"));
  }

  @Test
  void findsFilesByGlobInsideOnePathElement() {
    FileContents all = seen(new Question.Files("/status/*.status", 9, 9));
    FileContents first = seen(new Question.Files("/status/*", 1, 2));

    assertThat(all.files()).extracting(FileContent::text).containsExactly("ten", "two");
    assertThat(all.complete()).isTrue();
    assertThat(first.files()).extracting(FileContent::text).containsExactly("te");
    assertThat(first.complete()).isFalse();
    assertThat(answer(Question.listing("/*.status"))).isInstanceOf(Absent.class);
    PathEntries oneLetter = seen(Question.listing("/status/?.status"));
    assertThat(oneLetter.entries()).hasSize(1);
  }

  @Test
  void takesTheHighestNumberAsTheNewest() {
    FileContent newest = seen(new Question.Newest("/status/*", 99));
    guest.file("/logs/a.log", "a").file("/logs/b.log", "b");
    FileContent last = seen(new Question.Newest("/logs/*", 99));

    assertThat(newest.text()).isEqualTo("ten");
    assertThat(last.text()).isEqualTo("b");
  }

  @Test
  void knowsFoldersFromWhatTheyHold() {
    PathEntries entries = seen(Question.listing("/*"));

    assertThat(entries.entries())
        .extracting(PathEntry::path, PathEntry::type)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("/etc", PathEntry.Type.DIRECTORY),
            org.assertj.core.groups.Tuple.tuple("/status", PathEntry.Type.DIRECTORY));
    assertThat(answer(Question.file("/etc"))).isInstanceOf(Unavailable.class);
  }

  @Test
  void tellsOwnerModeAndTime() {
    Instant time = Instant.parse("2026-11-20T00:00:00Z");
    guest.stat("/etc/waagent.conf", 1000, 0600).modified("/etc/waagent.conf", time);

    PathEntry entry = seen(Question.stat("/etc/waagent.conf"));

    assertThat(entry)
        .isEqualTo(
            new PathEntry("/etc/waagent.conf", PathEntry.Type.FILE, 21, null, 1000, 0600, time));
    assertThatThrownBy(() -> guest.stat("/nowhere", 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/nowhere");
  }

  @Test
  void followsLinksButNotWhenLookingAtOne() {
    guest.link("/conf", "/etc/waagent.conf").link("/current", "status").link("/loop", "/loop");

    FileContent direct = seen(Question.file("/conf"));
    FileContent through = seen(Question.file("/current/2.status"));
    PathEntry link = seen(Question.stat("/current"));

    assertThat(direct.text()).startsWith("Extensions");
    assertThat(through.text()).isEqualTo("two");
    assertThat(link.type()).isEqualTo(PathEntry.Type.LINK);
    assertThat(link.linkTarget()).isEqualTo("status");
    assertThat(answer(Question.file("/loop"))).isInstanceOf(Absent.class);
  }

  @Test
  void refusesAPathAndWhatLiesBeneath() {
    guest.denied("/etc").unavailable("/status/10.status", UnavailableReason.TIMED_OUT);

    assertRefused(Question.file("/etc/waagent.conf"), UnavailableReason.NOT_PERMITTED);
    assertRefused(Question.stat("/etc/unknown"), UnavailableReason.NOT_PERMITTED);
    assertRefused(Question.listing("/etc/*"), UnavailableReason.NOT_PERMITTED);
    assertRefused(new Question.Files("/etc/*/x", 5, 5), UnavailableReason.NOT_PERMITTED);
    assertRefused(new Question.Space("/etc"), UnavailableReason.NOT_PERMITTED);
    assertRefused(new Question.Newest("/status/*", 5), UnavailableReason.TIMED_OUT);
    FileContents rest = seen(new Question.Files("/status/*.status", 9, 9));
    assertThat(rest.files()).extracting(FileContent::text).containsExactly("two");
    assertThat(rest.complete()).isFalse();
  }

  @Test
  void tellsRoomOnTheFileSystemThatHoldsAPath() {
    guest.space("/", 100, 10).space("/var", new SpaceLeft(50, 0, 7L));

    assertThat(seen(new Question.Space("/var/log/x"))).isEqualTo(new SpaceLeft(50, 0, 7L));
    assertThat(seen(new Question.Space("/variable"))).isEqualTo(new SpaceLeft(100, 10, null));
  }

  @Test
  void runsScriptedCommands() {
    guest.command(UPTIME, 3, "long");

    var output = seen(new Question.Command(UPTIME, Duration.ofSeconds(1)));

    assertThat(output.exitStatus()).isEqualTo(3);
    assertThat(output.out()).asString().isEqualTo("long");
  }

  @Test
  void aCopyHoldsNoRunningState() {
    FakeGuest copy = FakeGuest.copy();
    var command = new Question.Command(UPTIME, Duration.ofSeconds(1));

    assertThat(copy.nature()).isEqualTo(GuestConnection.Nature.COPY);
    assertThat(copy.assumedAzureVm()).isTrue();
    assertThat(copy.assumedAzureVm(false).assumedAzureVm()).isFalse();
    assertThat(copy.ask(List.of(command), Duration.ZERO).to(command))
        .isEqualTo(new Unavailable<>(UnavailableReason.NOT_RECORDED, "uptime -s"));
    assertThat(guest.nature()).isEqualTo(GuestConnection.Nature.LIVE);
    assertThat(guest.assumedAzureVm()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/proc/*/cmdline", "/sys/class/*", "/run/x", "/dev/*", "/var/run/*"})
  void doesNotTakeWhatACopyLacksOfARunningSystemForAbsent(String glob) {
    FakeGuest copy = FakeGuest.copy().link("/var/run", "/run");
    FakeGuest live = FakeGuest.live().link("/var/run", "/run");
    for (Question<?> question : asking(glob)) {
      assertThat(answer(copy, question))
          .isEqualTo(new Unavailable<>(UnavailableReason.NOT_RECORDED, glob));
      assertThat(answer(live, question)).isEqualTo(new Absent<>(glob));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/var/*", "/processes/x", "/etc/proc", "/p*"})
  void isAbsentElsewhereOnACopyToo(String glob) {
    FakeGuest copy = FakeGuest.copy();
    for (Question<?> question : asking(glob)) {
      assertThat(answer(copy, question)).isEqualTo(new Absent<>(glob));
    }
  }

  @Test
  void answersFromTheRunningStateThatACopyHolds() {
    Question<PathEntries> processes = Question.listing("/proc/*/cmdline");

    assertThat(answer(FakeGuest.copy().file("/proc/1/cmdline", "init"), processes))
        .isInstanceOf(Observed.class);
  }

  private static List<Question<?>> asking(String glob) {
    List<Question<?>> globs =
        List.of(
            Question.listing(glob), new Question.Files(glob, 5, 5), new Question.Newest(glob, 5));
    return glob.contains("*") ? globs : List.of(Question.stat(glob), Question.file(glob));
  }

  @Test
  void prefersAnAnswerThatWasScriptedForTheQuestion() {
    Question<FileContent> question = Question.file("/etc/waagent.conf");
    guest.answer(question, FileContent.of("/elsewhere", "other"));
    FileContent content = seen(question);

    assertThat(content.text()).isEqualTo("other");
    guest.answer(question, new Absent<>("gone"));
    assertThat(answer(question)).isEqualTo(new Absent<>("gone"));
  }

  @Test
  void refusesARelativePath() {
    assertRefused(Question.file("etc/fstab"), UnavailableReason.FAILED);
    assertThatThrownBy(() -> guest.file("etc/fstab", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'etc/fstab' is not an absolute path");
  }

  @Test
  void readsWindowsPaths() {
    guest.file("C:/WindowsAzure/Logs/a.log", "x");

    PathEntries entries = seen(Question.listing("C:/*"));
    assertThat(entries.entries()).extracting(PathEntry::path).containsExactly("C:/WindowsAzure");
  }

  @Test
  void remembersWhatItWasAsked() {
    answer(Question.file("/a"));
    answer(new Question.Command(UPTIME, Duration.ofSeconds(1)));

    assertThat(guest.asked()).hasSize(2);
    guest.expectAskedOnly("uptime -s", "/a");
    assertThatThrownBy(() -> guest.expectAskedOnly("/a"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected: asked only for [/a]")
        .hasMessageContaining("found: asked for [/a, uptime -s]");
    assertThatThrownBy(() -> guest.expectAskedOnly("uptime -s", "/a", "/b"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void refusesConnectionsThatNoScriptOpened() {
    Question<TcpAnswer> tcp = new Question.Tcp("192.0.2.1", 80, Duration.ofSeconds(1));
    Question<HttpAnswer> http =
        new Question.Http("http://192.0.2.1/", Map.of(), 9, Duration.ofSeconds(1));

    assertThat(seen(tcp).outcome()).isEqualTo(NetworkOutcome.REFUSED);
    assertThat(seen(http).outcome()).isEqualTo(NetworkOutcome.REFUSED);
    guest
        .tcp("192.0.2.1", 80, NetworkOutcome.ANSWERED)
        .http("http://192.0.2.1/", HttpAnswer.of(503, null, Instant.EPOCH, new byte[0], true));
    assertThat(seen(tcp).outcome()).isEqualTo(NetworkOutcome.ANSWERED);
    assertThat(seen(http).status()).isEqualTo(503);
    guest.expectAskedOnly("tcp://192.0.2.1:80", "http://192.0.2.1/");
  }

  @Test
  void recordsNoNetworkOnACopy() {
    Observation<TcpAnswer> answer =
        answer(FakeGuest.copy(), new Question.Tcp("192.0.2.1", 80, Duration.ofSeconds(1)));

    assertThat(answer).isInstanceOf(Unavailable.class);
    assertThat(((Unavailable<?>) answer).reason()).isEqualTo(UnavailableReason.NOT_RECORDED);
  }

  private <A> Observation<A> answer(Question<A> question) {
    return answer(guest, question);
  }

  private static <A> Observation<A> answer(FakeGuest guest, Question<A> question) {
    return guest.ask(List.of(question), Duration.ofSeconds(1)).to(question);
  }

  private <A> A seen(Question<A> question) {
    return ((Observed<A>) answer(question)).value();
  }

  private void assertRefused(Question<?> question, UnavailableReason reason) {
    assertThat(answer(question))
        .isInstanceOfSatisfying(
            Unavailable.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }
}
