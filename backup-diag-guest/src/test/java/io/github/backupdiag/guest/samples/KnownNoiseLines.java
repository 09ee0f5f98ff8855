package io.github.backupdiag.guest.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One record for each of the 39 rules by which the tests of the Linux agent pass over errors
 * (WALinuxAgent {@code tests_e2e/tests/lib/agent_log.py}); names and ids are made up.
 */
public final class KnownNoiseLines {

  private static final String HEADING = "% ";

  private KnownNoiseLines() {}

  /**
   * One record.
   *
   * @param number of its rule, from 1
   * @param id of the distribution on which it is noise; empty for all
   * @param version of that distribution
   * @param text its lines, with the line ends
   */
  public record Sample(int number, String id, String version, String text) {

    /** The {@code os-release} of a guest on which it is noise. */
    public String osRelease() {
      return id.isEmpty()
          ? "ID=debian\nVERSION_ID=\"12\"\n"
          : "ID=" + id + "\nVERSION_ID=\"" + version + "\"\n";
    }

    @Override
    public String toString() {
      return number + " " + id;
    }
  }

  /** All of them, in the order of the rules. */
  public static List<Sample> all() {
    List<Sample> samples = new ArrayList<>();
    for (String part : text().split("(?m)^(?=" + HEADING + ")", -1)) {
      if (part.startsWith(HEADING)) {
        int end = part.indexOf('\n');
        String[] words = part.substring(0, end).split(" ", 4);
        boolean named = words.length > 2;
        samples.add(
            new Sample(
                Integer.parseInt(words[1]),
                named ? words[2] : "",
                named ? words[3] : "",
                part.substring(end + 1)));
      }
    }
    return samples;
  }

  private static String text() {
    try (var in = KnownNoiseLines.class.getResourceAsStream("known-noise.log")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
