package io.github.backupdiag.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a program asked of the kernel, as {@code strace} writes it down: all calls that change a
 * file, reach another machine, or start or signal a process. A Java machine under it gets {@link
 * #JAVA}, so that what is left are the deeds of the program.
 */
record Strace(Path file) {

  /** Without the file of performance data that each Java machine writes. */
  static final List<String> JAVA = List.of("-XX:-UsePerfData", "-Xshare:auto");

  private static final List<String> CHANGES =
      List.of(
          """
          creat mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2 link
          linkat symlink symlinkat mknod mknodat chmod fchmod fchmodat fchmodat2 chown
          fchown lchown fchownat truncate ftruncate fallocate utime utimes futimesat
          utimensat setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr
          mount umount2 fsmount move_mount pivot_root swapon swapoff reboot init_module
          finit_module settimeofday clock_settime sethostname kill process_vm_writev
          bpf
          """
              .split("\\s+"));

  private static final Pattern WRITING = Pattern.compile("O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)");
  private static final Pattern FREEZING = Pattern.compile("FI(FREEZE|THAW|TRIM)");
  private static final Pattern CHANGING =
      Pattern.compile("\\d+ +(" + String.join("|", CHANGES) + ")\\(.*");
  private static final Pattern STARTING = Pattern.compile("\\d+ +(v?fork|clone3?)\\(.*");

  /** What the Java machine writes for itself. */
  private static final String OF_JAVA = "\"/proc/self/coredump_filter\"";

  /** Prepares to trace into a folder, or skips the test where nothing can be traced. */
  static Strace into(Path folder) throws Exception {
    assumeTrue(isInstalled(), "skipped: strace is not installed");
    Strace strace = new Strace(folder.resolve("calls"));
    Process trial = new ProcessBuilder(strace.around("true")).redirectErrorStream(true).start();
    String said = Jar.read(trial.getInputStream());
    assumeTrue(trial.waitFor() == 0, "skipped: strace may not trace here: " + said);
    return strace;
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "strace")));
  }

  /** The words that trace a program. */
  List<String> around(String... program) {
    String wanted = "?" + String.join(",?", CHANGES);
    List<String> options =
        List.of(
            "strace",
            "-f",
            "-qq",
            "-y",
            "-s",
            "256",
            "-o",
            file.toString(),
            "-e",
            "trace=%network,%process,?open,?openat,?openat2,ioctl," + wanted);
    return Stream.concat(options.stream(), Stream.of(program)).toList();
  }

  /** The calls that change anything outside the program, but for its output. */
  List<String> changes() throws IOException {
    return calls().stream().filter(Strace::isChange).toList();
  }

  private static boolean isChange(String call) {
    boolean opened = call.contains(" open") && WRITING.matcher(call).find();
    return (opened && !call.contains(OF_JAVA))
        || CHANGING.matcher(call).matches()
        || (call.contains(" ioctl(") && FREEZING.matcher(call).find());
  }

  /** The calls that name an address of another machine. */
  List<String> addresses() throws IOException {
    return calls().stream()
        .filter(call -> call.contains("sin_addr") || call.contains("inet_"))
        .toList();
  }

  /** The calls that start processes, not threads. */
  List<String> processes() throws IOException {
    return calls().stream()
        .filter(call -> STARTING.matcher(call).matches() && !call.contains("CLONE_THREAD"))
        .toList();
  }

  /** All calls, also those begun and not ended in one line. */
  List<String> calls() throws IOException {
    return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
  }
}
