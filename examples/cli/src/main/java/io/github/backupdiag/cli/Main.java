package io.github.backupdiag.cli;

import io.github.backupdiag.guest.GuestPlaceholder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Placeholder of the command line; replaced by the real one. */
@Command(name = "backup-diag", mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  private Main() {}

  /**
   * Starts the program.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    return new CommandLine(new Main()).execute(args);
  }

  @Override
  public Integer call() throws Exception {
    System.out.println(GuestPlaceholder.firstName(file));
    return 0;
  }
}
