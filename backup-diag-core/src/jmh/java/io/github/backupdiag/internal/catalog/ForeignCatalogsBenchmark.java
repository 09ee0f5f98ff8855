package io.github.backupdiag.internal.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.CatalogSource;
import io.github.backupdiag.intake.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads a hundred catalogs of third parties beside ours, with all checks, against two peers on the
 * same bytes: jackson-core that only walks over the tokens, and a tree of maps and lists for each
 * document in turn, thrown away at once. They take turns; the ratio of medians is what travels
 * between machines. JMH cannot tell the heap that is left, so this is a program of its own.
 *
 * <p>Arguments: codes in each catalog, one case after another. This one alone:
 *
 * <pre>mvn -q -Pbench -pl backup-diag-core test-compile exec:exec@foreign-catalogs</pre>
 */
public final class ForeignCatalogsBenchmark {

  private static final int CATALOGS = 100;
  private static final int TURNS = 3;
  private static final double BOUND = 15;

  /** Seconds; processor time is counted in steps of a hundredth. */
  private static final double SHORTEST = 0.2;

  private static final Path FOLDER = Path.of("target/foreign-catalogs");
  private static final JsonFactory FACTORY = new JsonFactory();

  private ForeignCatalogsBenchmark() {}

  /** Runs it in the directory of the module. */
  public static void main(String[] args) throws Exception {
    for (String codes : args) {
      run(Integer.parseInt(codes));
    }
  }

  private static void run(int codes) throws Exception {
    List<ForeignCatalog> catalogs = new ArrayList<>();
    for (int i = 0; i < CATALOGS; i++) {
      catalogs.add(ForeignCatalog.write(FOLDER.resolve("of-" + codes), i, codes));
    }
    List<CatalogSource> sources = List.copyOf(catalogs);
    Times tokens = new Times("walk over the tokens");
    Times trees = new Times("one tree after the other");
    Times loads = new Times("load and check all");
    for (int turn = 0; turn <= TURNS; turn++) {
      tokens.add(() -> forEach(catalogs, ForeignCatalogsBenchmark::walk));
      trees.add(() -> forEach(catalogs, ForeignCatalogsBenchmark::tree));
      loads.add(() -> LoadedCatalog.joined(sources));
    }
    System.out.printf("%n%d foreign catalogs of %,d codes%n", CATALOGS, codes);
    System.out.printf("%-28s %9s %9s %11s %7s%n", "", "first s", "median s", "codes/s", "ratio");
    List.of(tokens, trees, loads).forEach(times -> times.print(CATALOGS * codes, tokens));
    judge(loads.median(), tokens.median());
    printWhatFollows(sources, catalogs.get(CATALOGS / 2).code(codes / 2));
  }

  private static void judge(double load, double floor) {
    String verdict = load <= BOUND * floor ? "holds" : "missed";
    System.out.printf(
        "loads within %.0f x the walk over the tokens: %s%n",
        BOUND, floor < SHORTEST ? "too short to be judged" : verdict);
  }

  /** What users do next with such a catalog: show words, recognise a code. */
  private static void printWhatFollows(List<CatalogSource> sources, String code) throws Exception {
    long before = heap();
    Catalog catalog = LoadedCatalog.joined(sources);
    System.out.printf("heap after load %,d MB%n", (heap() - before) >> 20);
    print(
        "words of one language",
        () -> catalog.texts(Locale.ENGLISH).find("code." + code + ".title"));
    Intake intake = Intake.over(catalog);
    print("first reading of intake", () -> require(intake, "ended with " + code + " again"));
    System.out.printf("heap %,d MB%n", (heap() - before) >> 20);
    print("next reading", () -> require(intake, "again " + code));
    print("reading a misspelled code", () -> intake.read(code.replace("Corp", "Crop")));
  }

  private static void print(String what, Step step) throws Exception {
    System.out.printf("%-28s %9.2f s%n", what, seconds(step));
  }

  private static void require(Intake intake, String text) {
    if (intake.read(text).matches().isEmpty()) {
      throw new IllegalStateException("not recognised: " + text);
    }
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private interface Step {
    void run() throws Exception;
  }

  /** Processor time of this process, its collector and compiler too: others do not disturb it. */
  private static double seconds(Step step) throws Exception {
    Duration before = cpu();
    step.run();
    return cpu().minus(before).toMillis() / 1e3;
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  private record Times(String what, List<Double> seconds) {

    Times(String what) {
      this(what, new ArrayList<>());
    }

    void add(Step step) throws Exception {
      seconds.add(ForeignCatalogsBenchmark.seconds(step));
    }

    /** The median of all but the first, when nothing is compiled yet. */
    double median() {
      return seconds.stream().skip(1).sorted().skip(TURNS / 2).findFirst().orElseThrow();
    }

    void print(int codes, Times floor) {
      System.out.printf(
          "%-28s %9.2f %9.2f %,11.0f %7.1f%n",
          what, seconds.get(0), median(), codes / median(), median() / floor.median());
    }
  }

  private interface Peer {
    void read(JsonParser parser) throws IOException;
  }

  private static void forEach(List<ForeignCatalog> catalogs, Peer peer) throws IOException {
    for (ForeignCatalog catalog : catalogs) {
      try (InputStream in = catalog.open();
          JsonParser parser = FACTORY.createParser(in)) {
        peer.read(parser);
      }
    }
  }

  private static void walk(JsonParser parser) throws IOException {
    while (parser.nextToken() != null) {
      // Only the tokens count.
    }
  }

  private static void tree(JsonParser parser) throws IOException {
    parser.nextToken();
    if (!(node(parser) instanceof Map<?, ?>)) {
      throw new IOException("no object");
    }
  }

  private static @Nullable Object node(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String field = parser.currentName();
        parser.nextToken();
        fields.put(field, node(parser));
      }
      return fields;
    }
    if (token == JsonToken.START_ARRAY) {
      List<@Nullable Object> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node(parser));
      }
      return items;
    }
    return token.isNumeric() ? (Object) parser.getLongValue() : parser.getText();
  }
}
