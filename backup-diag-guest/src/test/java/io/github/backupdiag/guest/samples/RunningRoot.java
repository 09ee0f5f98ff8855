package io.github.backupdiag.guest.samples;

import io.github.backupdiag.guest.CopiedRoot;
import io.github.backupdiag.guest.NotAGuestException;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.testkit.FakeGuest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A made-up root that answers as if it ran: room, addresses and programs are scripted. */
final class RunningRoot implements GuestConnection {

  private final CopiedRoot files;
  private final FakeGuest rest = FakeGuest.live().assumedAzureVm(true);

  private RunningRoot(CopiedRoot files) {
    this.files = files;
  }

  /** Has much room, and the addresses of the platform answer. */
  static RunningRoot of(SampleRoot root) throws NotAGuestException {
    RunningRoot running = new RunningRoot(CopiedRoot.open(root.directory()));
    for (String path : List.of("/", "/var", "/var/lib/waagent", "/var/log", "/etc/azure")) {
      running.rest.space(path, 30L << 30, 20L << 30);
    }
    running
        .rest
        .tcp("168.63.129.16", 32526, NetworkOutcome.ANSWERED)
        .http(
            "http://168.63.129.16/?comp=versions",
            HttpAnswer.of(200, SampleRoot.RUN, SampleRoot.RUN, new byte[0], true));
    return running;
  }

  /** What else it is to answer. */
  FakeGuest scripted() {
    return rest;
  }

  /** The command lines that were asked for. */
  List<String> programs() {
    return rest.asked().stream()
        .filter(asked -> asked instanceof Question.Command)
        .map(asked -> String.join(" ", ((Question.Command) asked).argv()))
        .toList();
  }

  @Override
  public Nature nature() {
    return Nature.LIVE;
  }

  @Override
  public String name() {
    return "a running sample";
  }

  @Override
  public boolean assumedAzureVm() {
    return true;
  }

  @Override
  public Answers ask(List<Question<?>> questions, Duration timeout) throws InterruptedException {
    List<Question<?>> scripted = new ArrayList<>();
    List<Question<?>> onDisk = new ArrayList<>();
    for (Question<?> question : questions) {
      (isScripted(question) ? scripted : onDisk).add(question);
    }
    return files.ask(onDisk, timeout).and(rest.ask(scripted, timeout));
  }

  private static boolean isScripted(Question<?> question) {
    return question instanceof Question.Command
        || question instanceof Question.Space
        || question instanceof Question.Tcp
        || question instanceof Question.Http;
  }
}
