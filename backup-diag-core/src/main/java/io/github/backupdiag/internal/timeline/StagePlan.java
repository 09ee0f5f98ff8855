package io.github.backupdiag.internal.timeline;

import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the stages of a backup are on one system, and what shows them; read from {@code
 * stages.json}.
 *
 * @param main name of the log that the run itself writes
 * @param runs how runs begin, that of the main log first
 * @param beside further logs that tell of a run
 * @param result how a run says how it ended, or null
 * @param buffer lines that are kept in memory and written late, or null
 * @param finished a line that says that it went well, or null
 * @param broken signatures that end a run
 * @param brokenFor beginnings of signatures that end it if their line names the backup extension
 * @param stages in their order
 * @param stops what hangs after which last line
 */
record StagePlan(
    String main,
    List<Start> runs,
    List<String> beside,
    @Nullable Result result,
    @Nullable Buffer buffer,
    @Nullable Finish finished,
    Set<String> broken,
    List<String> brokenFor,
    List<Stage> stages,
    List<Stop> stops) {

  private static final String FILE = "stages.json";

  /** Name of the backup extension in lines of the agent, the same on both systems. */
  static final String EXTENSION = "RecoveryServices.VMSnapshot";

  /**
   * How a run begins in a log.
   *
   * @param log the log
   * @param begins signature of its first line
   * @param holds what that line must hold too, may be empty
   * @param task signature that names the task, may be empty
   * @param works milestone from which on a run does its work; 0 if its first line is enough
   * @param leads first and last milestone of what comes before its first line; empty if nothing
   */
  record Start(
      String log, String begins, String holds, String task, int works, List<Integer> leads) {

    boolean leads(int milestone) {
      return !leads.isEmpty() && milestone >= leads.get(0) && milestone <= leads.get(1);
    }
  }

  /**
   * A code in a line: which mean success, which of them that the applications took part, and which
   * that the run goes on.
   */
  record Result(
      Pattern pattern, Set<Integer> good, Set<Integer> application, Set<Integer> working) {}

  /**
   * After one of these milestones lines are kept in memory until another one is written, so that
   * they are lost if the run dies between.
   */
  record Buffer(int from, int to, int written, List<String> holds) {

    boolean isLost(String stage, Set<Integer> seen) {
      return holds.contains(stage)
          && !seen.contains(written)
          && seen.stream().anyMatch(one -> one >= from && one <= to);
    }
  }

  /** A line that says that the run went well. */
  record Finish(String signature, String holds) {}

  /** A stage, and the milestones that show it. */
  record Stage(String id, boolean optional, List<Shown> shows) {}

  /** Milestones of a log; they count only after one of {@code after}, if that is given. */
  record Shown(String log, int from, int to, String holds, List<Integer> after) {

    boolean fits(Sighting line, Set<Integer> seen) {
      return line.log().equals(log)
          && line.milestone() >= from
          && line.milestone() <= to
          && line.text().contains(holds)
          && (after.isEmpty()
              || seen.stream().anyMatch(one -> one >= after.get(0) && one <= after.get(1)));
    }
  }

  /** What hangs if a run ends with one of these lines, and the causes that let one think of. */
  record Stop(Set<String> after, String stop, List<String> causes) {

    Phrase phrase() {
      return Phrase.of("report.timeline.stop." + stop);
    }
  }

  /** Loaded at the first use. */
  private static final class Plans {
    static final StagePlan LINUX;
    static final StagePlan WINDOWS;
    static final Set<String> HEALS;
    static final Set<String> HEALS_IF_OF_APPLICATIONS;

    static {
      Map<String, Json> all = read();
      LINUX = plan(node(all, "linux"));
      WINDOWS = plan(node(all, "windows"));
      HEALS = Set.copyOf(texts(node(all, "heals")));
      HEALS_IF_OF_APPLICATIONS = Set.copyOf(texts(node(all, "healsIfOfApplications")));
    }
  }

  static List<StagePlan> all() {
    return List.of(Plans.LINUX, Plans.WINDOWS);
  }

  /** Whether a good run shows that causes of a topic are gone. */
  static boolean heals(String topic, boolean ofApplications) {
    return Plans.HEALS.contains(topic)
        || (ofApplications && Plans.HEALS_IF_OF_APPLICATIONS.contains(topic));
  }

  /** All logs that tell of a run. */
  List<String> logs() {
    List<String> logs = new ArrayList<>(runs.stream().map(Start::log).toList());
    logs.addAll(beside);
    return logs;
  }

  /** The stage that a line shows, or -1; the later stage if it could show two. */
  int stageOf(Sighting line, Set<Integer> seen) {
    for (int i = stages.size() - 1; i >= 0; i--) {
      if (stages.get(i).shows().stream().anyMatch(shown -> shown.fits(line, seen))) {
        return i;
      }
    }
    return -1;
  }

  boolean breaks(Sighting line) {
    return broken.contains(line.signature())
        || (line.text().contains(EXTENSION)
            && brokenFor.stream().anyMatch(line.signature()::startsWith));
  }

  private static StagePlan plan(Json node) {
    Map<String, Json> all = node.fields();
    Json result = all.get("result");
    Json buffer = all.get("buffer");
    Json finished = all.get("finished");
    return new StagePlan(
        text(node, "main"),
        items(node, "runs").stream().map(StagePlan::start).toList(),
        texts(node, "beside"),
        result == null ? null : result(result),
        buffer == null ? null : buffer(buffer),
        finished == null ? null : new Finish(text(finished, "signature"), text(finished, "holds")),
        Set.copyOf(texts(node, "broken")),
        texts(node, "brokenFor"),
        items(node, "stages").stream().map(StagePlan::stage).toList(),
        items(node, "stops").stream().map(StagePlan::stop).toList());
  }

  private static Stop stop(Json node) {
    return new Stop(Set.copyOf(texts(node, "after")), text(node, "stop"), texts(node, "causes"));
  }

  private static Start start(Json node) {
    return new Start(
        text(node, "log"),
        text(node, "begins"),
        text(node, "holds"),
        text(node, "task"),
        number(node, "works"),
        numbers(node, "leads"));
  }

  private static Result result(Json node) {
    return new Result(
        Pattern.compile(text(node, "pattern")),
        Set.copyOf(numbers(node, "good")),
        Set.copyOf(numbers(node, "application")),
        Set.copyOf(numbers(node, "working")));
  }

  private static Buffer buffer(Json node) {
    return new Buffer(
        number(node, "from"), number(node, "to"), number(node, "written"), texts(node, "holds"));
  }

  private static Stage stage(Json node) {
    Json optional = node.fields().get("optional");
    return new Stage(
        text(node, "id"),
        optional != null && Boolean.TRUE.equals(optional.value()),
        items(node, "shows").stream()
            .map(
                shown ->
                    new Shown(
                        text(shown, "log"),
                        number(shown, "from"),
                        number(shown, "to"),
                        text(shown, "holds"),
                        numbers(shown, "after")))
            .toList());
  }

  private static Json node(Map<String, Json> all, String name) {
    Json node = all.get(name);
    if (node == null) {
      throw new IllegalStateException(FILE + " has no '" + name + "'");
    }
    return node;
  }

  private static List<Json> items(Json node, String name) {
    Json list = node.fields().get(name);
    return list == null ? List.of() : list.items();
  }

  private static List<String> texts(Json node, String name) {
    Json list = node.fields().get(name);
    return list == null ? List.of() : texts(list);
  }

  private static List<String> texts(Json list) {
    return list.items().stream().map(item -> String.valueOf(item.value())).toList();
  }

  private static List<Integer> numbers(Json node, String name) {
    return items(node, name).stream().map(StagePlan::number).toList();
  }

  private static String text(Json node, String name) {
    Json text = node.fields().get(name);
    return text == null ? "" : String.valueOf(text.value());
  }

  private static int number(Json node, String name) {
    Json number = node.fields().get(name);
    return number == null ? 0 : number(number);
  }

  private static int number(Json number) {
    return number.value() instanceof Long value ? value.intValue() : 0;
  }

  private static Map<String, Json> read() {
    try (InputStream in = StagePlan.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return Json.read(in, FILE).fields();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
