package io.github.backupdiag.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reduces the documents of our catalog to a few codes and what they reach: the causes they name and
 * what those lead to, and the remediations, checks, signatures, defects, errors, messages and words
 * of all these.
 */
final class SeedCatalog {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** References to one kind of entry from others; what is not kept is taken out. */
  private static final Map<String, String> REFERENCES =
      Map.of("causes", "cause", "proves", "cause", "codes", "code", "checks", "check");

  private final Path folder;

  /** Ids that stay, by the word with which the ids of their texts begin. */
  private final Map<String, Set<String>> kept = new HashMap<>();

  private SeedCatalog(Path folder) {
    this.folder = folder;
  }

  /** Rewrites the documents in a folder so that only these codes are left. */
  static void reduce(Path folder, Collection<String> codes) throws IOException {
    SeedCatalog seeds = new SeedCatalog(folder);
    seeds.kept.put("code", Set.copyOf(codes));
    seeds.kept.put("cause", seeds.reached());
    seeds.reduceEntries();
    seeds.reduceTexts();
  }

  private Set<String> reached() throws IOException {
    Map<String, JsonNode> known = new HashMap<>();
    entries("causes").forEach(cause -> known.put(id(cause), cause));
    Deque<String> open = new ArrayDeque<>();
    entries("codes").stream()
        .filter(this::isKeptCode)
        .forEach(code -> open.addAll(texts(code, "causes")));
    Set<String> reached = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      String cause = open.pop();
      if (reached.add(cause)) {
        open.addAll(texts(known.get(cause), "leadsTo"));
      }
    }
    return reached;
  }

  private void reduceEntries() throws IOException {
    keep("codes", this::isKeptCode);
    keep("causes", cause -> isKept("cause", id(cause)));
    Set<String> remedies = named("remediations");
    keep("remediations", remedy -> remedies.contains(id(remedy)));
    kept.put("remediation", remedies);
    kept.put("step", remedies);
    Set<String> checks = named("checks");
    keep("checks", check -> checks.contains(id(check)) && provesNothingElse(check));
    kept.put("check", ids("checks"));
    keep("causes", cause -> true);
    keep("signatures", line -> pointsToKept(line, "causes"));
    Set<String> lines = ids("signatures");
    keep("defects", defect -> pointsToKept(defect, "causes") && isSeenIn(defect, lines));
    keep("errors", error -> pointsToKept(error, "causes") || pointsToKept(error, "codes"));
    kept.put("error", ids("errors"));
    keep("messages", this::isKeptCode);
  }

  /** Keeps some entries of a kind, without what they say of those that do not stay. */
  private void keep(String kind, Predicate<JsonNode> wanted) throws IOException {
    ObjectNode document = read(folder.resolve(kind + ".json"));
    List<JsonNode> left = entries(kind).stream().filter(wanted).toList();
    left.forEach(this::cutReferences);
    document.putArray(kind).addAll(left);
    write(document, folder.resolve(kind + ".json"));
  }

  private void cutReferences(JsonNode entry) {
    REFERENCES.forEach(
        (field, kind) -> {
          if (entry.path(field).isArray() && kept.containsKey(kind)) {
            List<String> left =
                texts(entry, field).stream().filter(id -> isKept(kind, id)).toList();
            left.forEach(((ObjectNode) entry).putArray(field)::add);
          }
        });
  }

  /** Keeps what is not about an entry, too: the words of engine, rules and report. */
  private void reduceTexts() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("texts"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        ObjectNode document = read(file);
        ((ObjectNode) document.get("texts")).retain(keptTexts(document.get("texts")));
        write(document, file);
      }
    }
  }

  private Set<String> keptTexts(JsonNode texts) {
    Set<String> left = new LinkedHashSet<>();
    texts.fieldNames().forEachRemaining(left::add);
    left.removeIf(
        text -> {
          String kind = text.substring(0, text.indexOf('.'));
          String rest = text.substring(kind.length() + 1);
          int end = kind.equals("step") ? rest.indexOf('.') : rest.lastIndexOf('.');
          return kept.containsKey(kind) && !isKept(kind, rest.substring(0, end));
        });
    return left;
  }

  private boolean isKept(String kind, String id) {
    return kept.get(kind).contains(id);
  }

  private boolean isKeptCode(JsonNode entry) {
    return isKept("code", entry.get("code").textValue());
  }

  private boolean pointsToKept(JsonNode entry, String field) {
    return texts(entry, field).stream().anyMatch(id -> isKept(REFERENCES.get(field), id));
  }

  private boolean provesNothingElse(JsonNode check) {
    return texts(check, "proves").isEmpty() || pointsToKept(check, "proves");
  }

  private static boolean isSeenIn(JsonNode defect, Set<String> lines) {
    return defect.findValuesAsText("signature").stream().allMatch(lines::contains)
        && defect.findValuesAsText("with").stream().allMatch(lines::contains);
  }

  private Set<String> named(String field) throws IOException {
    Set<String> named = new LinkedHashSet<>();
    entries("causes").forEach(cause -> named.addAll(texts(cause, field)));
    return named;
  }

  private Set<String> ids(String kind) throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    entries(kind).forEach(entry -> ids.add(id(entry)));
    return ids;
  }

  /** Numeric errors are called by kind and value. */
  private static String id(JsonNode entry) {
    return entry.has("value")
        ? entry.get("kind").textValue() + "." + entry.get("value").textValue()
        : entry.get("id").textValue();
  }

  private static List<String> texts(JsonNode entry, String field) {
    return entry.path(field).valueStream().map(JsonNode::textValue).toList();
  }

  private List<JsonNode> entries(String kind) throws IOException {
    return read(folder.resolve(kind + ".json")).get(kind).valueStream().toList();
  }

  private static ObjectNode read(Path file) throws IOException {
    return (ObjectNode) MAPPER.readTree(file.toFile());
  }

  private static void write(ObjectNode document, Path file) throws IOException {
    MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), document);
  }
}
