package io.github.backupdiag.cli;

import io.github.backupdiag.request.CancellationToken;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts the program: the only place that knows the process. */
public final class Main {

  private static final long SECONDS_TO_FINISH = 5;

  private Main() {}

  /**
   * Starts the program and ends the process with its status.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    AwaitedInput in = new AwaitedInput(System.in);
    CancellationToken cancellation = new CancellationToken();
    CountDownLatch finished = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> finish(in, cancellation, finished)));
    int status = ExitStatus.REFUSED;
    try {
      status = Cli.run(CommandLineWords.of(args), surroundings(in, cancellation));
    } finally {
      finished.countDown();
    }
    System.exit(status);
  }

  /** On Ctrl-C: what was found until then is still reported, and files are put in order. */
  private static void finish(
      AwaitedInput in, CancellationToken cancellation, CountDownLatch finished) {
    cancellation.cancel();
    try {
      if (!in.isAwaited()) {
        finished.await(SECONDS_TO_FINISH, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Surroundings surroundings(InputStream in, CancellationToken cancellation) {
    return new Surroundings(
        in,
        new Output(new FileOutputStream(FileDescriptor.out)),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        System.getenv(),
        Terminal.detect(),
        cancellation);
  }
}
