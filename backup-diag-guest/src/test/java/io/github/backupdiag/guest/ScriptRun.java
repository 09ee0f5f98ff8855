package io.github.backupdiag.guest;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guest.samples.DebianDownload;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.request.DiagnosisRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the script for Linux on a root, under one shell after the other. */
final class ScriptRun {

  /** A shell that is installed here, with the programs that it finds. */
  record Shell(String name, List<String> argv, String path) {

    /** The same shell, started by a program. */
    Shell behind(List<String> program) {
      List<String> all = new ArrayList<>(program);
      all.addAll(argv);
      return new Shell(name, all, path);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final String PATH = "/usr/sbin:/usr/bin:/sbin:/bin";
  private static final String TEXT = script(probes());

  private ScriptRun() {}

  static List<Probe> probes() {
    return BackupDiagnosis.builder().build().probesFor(DiagnosisRequest.healthCheck());
  }

  static String script(List<Probe> probes) {
    return CollectScript.of(probes, BackupDiagnosis.builder().build().catalog())
        .text(GuestOs.Family.LINUX);
  }

  /** The shells that are installed, in any case the one of this system. */
  static List<Shell> shells(Path folder) {
    List<Shell> shells = new ArrayList<>();
    for (String name : List.of("sh", "dash", "bash")) {
      find(name).ifPresent(path -> shells.add(new Shell(name, List.of(path.toString()), PATH)));
    }
    busybox(folder).ifPresent(path -> shells.add(alone(path, folder)));
    return shells;
  }

  /** The one that is installed, else Debian's where that can be had. */
  private static Optional<Path> busybox(Path folder) {
    Optional<Path> installed = find("busybox");
    if (installed.isPresent()) {
      return installed;
    }
    try {
      DebianDownload.unpack("busybox", folder.resolve("busybox-package"));
      return Stream.of("bin/busybox", "usr/bin/busybox")
          .map(folder.resolve("busybox-package")::resolve)
          .filter(Files::isExecutable)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Busybox with no other program beside it, as in a small guest. */
  private static Shell alone(Path busybox, Path folder) {
    Path programs = folder.resolve("busybox-programs");
    try {
      Files.createDirectories(programs);
      run(List.of(busybox.toString(), "--install", "-s", programs.toString()), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Shell("busybox", List.of(programs.resolve("sh").toString()), programs.toString());
  }

  static Optional<Path> find(String program) {
    String path = System.getenv().getOrDefault("PATH", PATH) + ":" + PATH;
    return Stream.of(path.split(":", -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What the script writes about a root, as if the clock of the guest had stood there. */
  static String output(Shell shell, Path root, Instant clock) {
    return output(shell, TEXT, root, clock);
  }

  static String output(Shell shell, String script, Path root, Instant clock) {
    try {
      Path file = Files.createTempFile("collect", ".sh");
      try {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        List<String> argv = new ArrayList<>(shell.argv());
        argv.add(file.toString());
        byte[] out = run(argv, Map.of("BACKUP_DIAG_ROOT", root.toString(), "PATH", shell.path()));
        return new String(out, StandardCharsets.ISO_8859_1)
            .replaceFirst("i clock \\d+", "i clock " + clock.getEpochSecond());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static GuestConnection open(String output) {
    try {
      return OfflineBundle.open(
          new ByteArrayInputStream(output.getBytes(StandardCharsets.ISO_8859_1)), "guest.txt");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Processes that a run on this root left behind. */
  static List<String> left(Path root) throws IOException {
    List<String> left = new ArrayList<>();
    try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        try {
          if (Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1)
              .contains("BACKUP_DIAG_ROOT=" + root)) {
            left.add(Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1));
          }
        } catch (IOException e) {
          // gone, or of another user
        }
      }
    }
    return left;
  }

  private static byte[] run(List<String> argv, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(argv).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    byte[] out = process.getInputStream().readAllBytes();
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new AssertionError(argv + " ended with " + process.exitValue());
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return out;
  }
}
