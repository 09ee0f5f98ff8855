package io.github.backupdiag.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prints how the plain ways of {@link IntakeBenchmark} compare with the intake in one run. */
public final class IntakeRatios {

  private static final Pattern RESULT =
      Pattern.compile("IntakeBenchmark\\.(\\w+)\"[\\s\\S]*?\"score\" : ([0-9.E+-]+)");

  private IntakeRatios() {}

  /**
   * Reads what the benchmarks wrote; prints nothing if this one did not run.
   *
   * @param args the file
   * @throws IOException if it cannot be read
   */
  public static void main(String[] args) throws IOException {
    Map<String, Double> times = new TreeMap<>();
    Matcher result = RESULT.matcher(Files.readString(Path.of(args[0])));
    while (result.find()) {
      times.put(result.group(1), Double.valueOf(result.group(2)));
    }
    times.forEach((name, time) -> print(name, time, times.get(name.replaceFirst("By\\w+$", ""))));
  }

  private static void print(String name, double time, Double own) {
    double ratio = own == null ? Double.NaN : time / own;
    System.out.printf(Locale.ROOT, "%-28s %9.2f us %7.2f x%n", name, time, ratio);
  }
}
