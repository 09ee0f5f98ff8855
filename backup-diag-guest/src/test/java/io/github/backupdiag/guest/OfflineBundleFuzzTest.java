package io.github.backupdiag.guest;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.guest.internal.archive.Budget;
import io.github.backupdiag.guest.samples.Packing;
import io.github.backupdiag.guest.samples.TarWriter;
import io.github.backupdiag.guestaccess.Question;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are a bundle of which something is read, or are refused with one line. */
class OfflineBundleFuzzTest {

  private static final Budget SMALL = new Budget(500, 4 << 20, 16 << 20, 4 << 20, 200, 1 << 20, 3);
  private static final List<Question<?>> QUESTIONS =
      List.of(
          Question.tail("/var/log/waagent.log", 4096),
          Question.file("/etc/waagent.conf"),
          Question.listing("/var/log/*"),
          Question.file("C:/WindowsAzure/Logs/WaAppAgent.log"),
          Question.registry("HKLM\\SYSTEM\\Select"));

  static Stream<byte[]> bundles() throws IOException {
    byte[] line =
        "2026-03-14T02:15:09.123456Z INFO ExtHandler ExtHandler hello\n"
            .getBytes(StandardCharsets.UTF_8);
    byte[] zip =
        Packing.zip(Map.of("a/var/log/waagent.log", line, "a/etc/waagent.conf", new byte[9]));
    byte[] tar =
        new TarWriter()
            .file("./var/log/waagent.log", line)
            .link("./etc/waagent.conf", "../var/log/waagent.log")
            .entry('L', "long", "", "var/lib/waagent/x".getBytes(StandardCharsets.UTF_8))
            .file("short", new byte[3])
            .entry('x', "pax", "", "16 path=etc/fst\n".getBytes(StandardCharsets.UTF_8))
            .file("short", new byte[3])
            .bytes();
    byte[] windows =
        Packing.zip(
            Map.of(
                "C/WindowsAzure/Logs/WaAppAgent.log",
                line,
                "C/Windows/System32/config/SYSTEM",
                new byte[4096]));
    return Stream.of(
        line,
        zip,
        tar,
        windows,
        Packing.gzip(line),
        Packing.gzip(tar),
        Packing.zip(Map.of("x", zip)));
  }

  @MethodSource("bundles")
  @FuzzTest
  void open(byte[] bytes) throws IOException, InterruptedException {
    OfflineBundle bundle;
    try {
      bundle = OfflineBundle.open(new ByteArrayInputStream(bytes), "bundle", SMALL);
    } catch (NotAGuestException e) {
      if (String.valueOf(e.getMessage()).contains("\n")) {
        throw new AssertionError("more than one line", e);
      }
      return;
    }
    if (bundle.ask(QUESTIONS, Duration.ofMinutes(1)).questions().size() != QUESTIONS.size()
        || bundle.limitations().stream().anyMatch(line -> line.contains("\n"))) {
      throw new AssertionError("not answered, or more than one line");
    }
  }
}
