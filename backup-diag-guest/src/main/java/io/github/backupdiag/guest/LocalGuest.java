package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The machine this program runs on. It only reads: regular files, directories, the registry of
 * Windows (with {@code reg.exe query}), and commands that read, which are ended with everything
 * they started when their time or that of the call is over. It contacts a network address only when
 * asked for it, over a plain socket and through no proxy.
 *
 * <p>What this process may not read is answered with {@code NOT_PERMITTED} and the path. Nothing
 * that matches a glob is {@code Absent}. Immutable and thread-safe.
 */
public final class LocalGuest implements GuestConnection {

  private final FileSystem fileSystem;
  private final Programs programs;
  private final boolean assumedAzureVm;
  private final TreeReader files;
  private final RoomOnDisk room;
  private final Clock clock;
  private final NetworkCall network;
  private final boolean windows;

  LocalGuest(FileSystem fileSystem, Programs programs, boolean assumedAzureVm) {
    this(fileSystem, programs, assumedAzureVm, Clock.systemUTC());
  }

  /**
   * Connects to a machine.
   *
   * @param clock what is compared with the clocks of servers
   */
  LocalGuest(FileSystem fileSystem, Programs programs, boolean assumedAzureVm, Clock clock) {
    GuestTree tree = new LiveTree(fileSystem);
    this.fileSystem = fileSystem;
    this.programs = programs;
    this.assumedAzureVm = assumedAzureVm;
    this.files = new TreeReader(tree);
    this.room = new RoomOnDisk(tree);
    this.clock = clock;
    this.network = new NetworkCall(clock);
    this.windows = tree.ignoresCase();
  }

  /**
   * Connects to this machine, which counts as an Azure VM only if its hardware tag says so.
   *
   * @return the connection
   */
  public static LocalGuest open() {
    return new LocalGuest(FileSystems.getDefault(), Programs.ofSystem(System.getenv()), false);
  }

  /**
   * Gives this connection for an operator who vouches that the machine is an Azure VM.
   *
   * @return a connection whose {@link #assumedAzureVm()} is true
   */
  public LocalGuest assumeAzure() {
    return new LocalGuest(fileSystem, programs, true, clock);
  }

  @Override
  public Nature nature() {
    return Nature.LIVE;
  }

  @Override
  public String name() {
    return "this machine";
  }

  @Override
  public boolean assumedAzureVm() {
    return assumedAzureVm;
  }

  @Override
  public Answers ask(List<Question<?>> questions, Duration timeout) throws InterruptedException {
    try (CommandRunner commands = new CommandRunner(programs)) {
      LiveRegistry registry = new LiveRegistry(commands);
      return Batch.answer(
          questions,
          timeout,
          question ->
              question instanceof Question.Registry asked && windows
                  ? registry.answer(asked)
                  : answer(question, commands));
    }
  }

  private Observation<?> answer(Question<?> question, CommandRunner commands)
      throws IOException, InterruptedException {
    if (question instanceof Question.Command command) {
      return commands.run(command);
    }
    if (question instanceof Question.Tcp tcp) {
      return network.tcp(tcp);
    }
    if (question instanceof Question.Http http) {
      return network.http(http);
    }
    if (question instanceof Question.Registry registry) {
      return new Absent<>(registry.key()); // another system has none
    }
    return question instanceof Question.Space space ? room.left(space) : files.answer(question);
  }
}
