package io.github.backupdiag.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A network namespace with the addresses of the platform on its loopback, in which this machine
 * looks like a made-up VM: the VM's files lie over those of the machine, and two processes bear the
 * name of the agent. Nothing of the machine changes; closing it leaves nothing behind.
 */
final class VmNamespace implements AutoCloseable {

  private static final String LOOKS =
      """
      set -e
      root=$1; shift
      for folder in etc usr var; do
        mount -t overlay overlay -o "lowerdir=$root/$folder:/$folder" "/$folder"
      done
      [ ! -e "$root.prepare" ] || . "$root.prepare"
      (exec -a /usr/sbin/waagent bash -c 'sleep infinity; :' -daemon) &
      (exec -a /usr/sbin/waagent bash -c 'sleep infinity; :' -run-exthandlers) &
      "$@"
      """;

  private final String name;
  private final Path root;
  private final Path script;
  private final List<Process> servers = new ArrayList<>();

  private VmNamespace(String name, Path root, Path script) {
    this.name = name;
    this.root = root;
    this.script = script;
  }

  /** Makes one, or skips the test where this process may not. */
  static VmNamespace around(Path root, Path folder) throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: needs Linux");
    assumeTrue(tell("id", "-u").strip().equals("0"), "skipped: needs root");
    String name = "bd-" + UUID.randomUUID().toString().substring(0, 8);
    assumeTrue(run("ip", "netns", "add", name) == 0, "skipped: 'ip netns add' does not work here");
    Path script = Files.writeString(folder.resolve("looks.sh"), LOOKS);
    VmNamespace namespace = new VmNamespace(name, root, script);
    try {
      namespace.must("ip", "-n", name, "link", "set", "lo", "up");
      assumeTrue(
          run(namespace.inside("true").toArray(String[]::new)) == 0,
          "skipped: 'unshare' or overlay mounts do not work here");
      return namespace;
    } catch (Throwable e) {
      namespace.close();
      throw e;
    }
  }

  /** Makes more of the machine odd: lines of bash that run inside before the program. */
  VmNamespace prepared(String lines) throws IOException {
    Files.writeString(root.resolveSibling(root.getFileName() + ".prepare"), lines);
    return this;
  }

  VmNamespace withAddresses() throws Exception {
    must("ip", "-n", name, "address", "add", "168.63.129.16/32", "dev", "lo");
    must("ip", "-n", name, "address", "add", "169.254.169.254/32", "dev", "lo");
    return this;
  }

  /** Adds a route to the host address of a type that leads nowhere. */
  VmNamespace withRoute(String type) throws Exception {
    must("ip", "-n", name, "route", "add", type, "168.63.129.16/32");
    return this;
  }

  /** Starts the server that stands in for the host, and waits until it listens. */
  VmNamespace serving(StandInWireServer.Manner manner, int minutesAhead) throws Exception {
    Process server =
        new ProcessBuilder(
                "ip",
                "netns",
                "exec",
                name,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                "target/test-classes",
                StandInWireServer.class.getName(),
                manner.name(),
                String.valueOf(minutesAhead))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    servers.add(server);
    BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
    if (!"ready".equals(out.readLine())) {
      throw new IOException("the server does not listen");
    }
    return this;
  }

  /** Runs the program inside. */
  Run diagnose(String... more) throws Exception {
    return diagnoseAs(List.of(), more);
  }

  /** Runs the program inside, behind other words of a command line. */
  Run diagnoseAs(List<String> before, String... more) throws Exception {
    return run(new Jar(inside(before.toArray(String[]::new)), List.of()), more);
  }

  /** Runs the program inside, and traces it. */
  Run diagnose(Strace strace, String... more) throws Exception {
    return run(new Jar(inside(strace.around().toArray(String[]::new)), Strace.JAVA), more);
  }

  private static Run run(Jar jar, String... more) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of("diagnose", "--assume-azure", "--format", "json", "--deadline", "30s"));
    words.addAll(List.of(more));
    return jar.run(words.toArray(String[]::new));
  }

  /** The words that run another program inside. */
  List<String> inside(String... program) {
    List<String> words = new ArrayList<>(wrapper());
    words.addAll(List.of(program));
    return words;
  }

  private List<String> wrapper() {
    return List.of(
        "ip",
        "netns",
        "exec",
        name,
        "unshare",
        "--mount",
        "--pid",
        "--fork",
        "--mount-proc",
        "--kill-child",
        "bash",
        script.toString(),
        root.toString());
  }

  private void must(String... words) throws Exception {
    if (run(words) != 0) {
      throw new IOException(String.join(" ", words) + " failed");
    }
  }

  private static int run(String... words) throws Exception {
    try {
      return new ProcessBuilder(words)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  private static String tell(String... words) throws Exception {
    Process process = new ProcessBuilder(words).start();
    return Jar.read(process.getInputStream());
  }

  @Override
  public void close() throws IOException {
    for (Process server : servers) {
      server.destroyForcibly().onExit().join();
    }
    new ProcessBuilder("ip", "netns", "delete", name).start().onExit().join();
  }
}
