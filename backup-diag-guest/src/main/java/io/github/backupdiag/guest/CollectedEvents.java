package io.github.backupdiag.guest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the output of an event query that differs from the one asked in its time only, and covers
 * it: the script asked for the last day, and the failure was in it.
 */
final class CollectedEvents {

  private static final Pattern TIME = Pattern.compile("TimeCreated\\[([^\\]]{0,400})\\]");
  private static final Pattern AGO = Pattern.compile("timediff\\(@SystemTime\\) <= (\\d{1,15})");
  private static final Pattern BETWEEN =
      Pattern.compile("@SystemTime>='([^']{1,40})' and @SystemTime<='([^']{1,40})'");

  private final CollectedRecords records;

  CollectedEvents(CollectedRecords records) {
    this.records = records;
  }

  private record Window(Instant from, Instant to) {

    /** Its end may lie behind the look: nothing was written there yet. */
    boolean covers(Window other, Instant looked) {
      boolean ends = !other.to.isAfter(to) || !to.isBefore(looked);
      return !other.from.isBefore(from) && ends && !other.from.isAfter(to);
    }
  }

  @Nullable CollectedOutput covering(List<String> asked) {
    Instant looked = records.clock();
    Window wanted = window(asked, looked);
    if (wanted == null) {
      return null;
    }
    for (Map.Entry<List<String>, CollectedOutput> command : records.commands.entrySet()) {
      Window held = window(command.getKey(), looked);
      if (held != null
          && held.covers(wanted, looked)
          && withoutTime(command.getKey()).equals(withoutTime(asked))) {
        return command.getValue();
      }
    }
    return null;
  }

  private static @Nullable Window window(List<String> argv, Instant looked) {
    Matcher time = TIME.matcher(String.join(" ", argv));
    if (!argv.get(0).equals("wevtutil.exe") || !time.find()) {
      return null;
    }
    Matcher ago = AGO.matcher(time.group(1));
    Matcher between = BETWEEN.matcher(time.group(1));
    try {
      return ago.matches()
          ? new Window(looked.minus(Duration.ofMillis(Long.parseLong(ago.group(1)))), looked)
          : between.matches()
              ? new Window(Instant.parse(between.group(1)), Instant.parse(between.group(2)))
              : null;
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static List<String> withoutTime(List<String> argv) {
    List<String> words = new ArrayList<>();
    argv.forEach(word -> words.add(TIME.matcher(word).replaceAll("TimeCreated[]")));
    return words;
  }
}
