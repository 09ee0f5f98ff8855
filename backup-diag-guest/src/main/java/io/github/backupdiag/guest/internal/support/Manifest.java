package io.github.backupdiag.guest.internal.support;

import io.github.backupdiag.guestaccess.GuestConnection.Nature;
import io.github.backupdiag.internal.parse.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first entry of a bundle: what was taken, left out and replaced. A reader takes it for a hint:
 * what is there counts, and only as far as the sums agree.
 */
final class Manifest {

  static final String ENTRY = "backup-diag-bundle.json";
  static final String FORMAT = "backup-diag-bundle";
  static final String VERSION = "1.0";

  /** One entry that a manifest promises. */
  record Promised(
      String entry,
      String path,
      long bytes,
      String sha256,
      boolean whole,
      @Nullable Instant modified) {}

  private final Map<String, Promised> byEntry = new LinkedHashMap<>();
  private final Nature nature;
  private final @Nullable Instant seenAt;
  private final boolean assumedAzureVm;

  private Manifest(JsonValue root) {
    JsonValue guest = root.get("guest");
    this.nature = guest.get("nature").text().equals("live") ? Nature.LIVE : Nature.COPY;
    this.seenAt = instant(guest.get("seenAt").text());
    this.assumedAzureVm = guest.get("assumedAzureVm").isTrue();
    promise(root.get("facts"));
    root.get("files").items().forEach(this::promise);
    root.get("answers").items().forEach(this::promise);
  }

  /** Reads a manifest; null if it is damaged, or of a version or format that is not known. */
  static @Nullable Manifest read(String json) {
    JsonValue root = JsonValue.read(json);
    boolean ours =
        root.get("format").text().equals(FORMAT)
            && root.get("schemaVersion").text().startsWith("1.");
    return ours && root.isWhole() ? new Manifest(root) : null;
  }

  private void promise(JsonValue entry) {
    Long bytes = entry.get("bytes").number();
    Long taken = entry.get("taken").number();
    Long size = entry.get("size").number();
    Long offset = entry.get("offset").number();
    boolean whole =
        offset != null && offset == 0 && taken != null && size != null && taken.equals(size);
    Promised promised =
        new Promised(
            entry.get("entry").text(),
            entry.get("path").text(),
            bytes == null ? -1 : bytes,
            entry.get("sha256").text(),
            whole,
            instant(entry.get("modified").text()));
    byEntry.putIfAbsent(promised.entry(), promised);
  }

  private static @Nullable Instant instant(String text) {
    try {
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  Map<String, Promised> byEntry() {
    return byEntry;
  }

  Nature nature() {
    return nature;
  }

  @Nullable Instant seenAt() {
    return seenAt;
  }

  boolean assumedAzureVm() {
    return assumedAzureVm;
  }

  /** Writes the manifest of a bundle, one entry on each line. */
  static String write(
      Origin origin, byte[] facts, List<Member> members, List<LeftOut> leftOut) {
    List<Member> files = members.stream().filter(member -> !member.path().isEmpty()).toList();
    List<Member> answers = members.stream().filter(member -> member.path().isEmpty()).toList();
    Map<String, @Nullable Object> head = new LinkedHashMap<>();
    head.put("nature", origin.nature() == Nature.LIVE ? "live" : "copy");
    head.put("seenAt", origin.seenAt());
    head.put("assumedAzureVm", origin.assumedAzureVm());
    StringBuilder json = new StringBuilder("{\n");
    json.append("  \"format\": \"" + FORMAT + "\",\n");
    json.append("  \"schemaVersion\": \"" + VERSION + "\",\n");
    String made = JsonLines.object(Map.of("madeAt", origin.madeAt()));
    json.append("  ").append(made, 1, made.length() - 1).append(",\n");
    String tool = JsonLines.object(Map.of("tool", origin.tool()));
    json.append("  ").append(tool, 1, tool.length() - 1).append(",\n");
    json.append("  \"guest\": ").append(JsonLines.object(head)).append(",\n");
    json.append("  \"counts\": ").append(counts(files, answers, leftOut)).append(",\n");
    json.append("  \"facts\": ").append(ofText(SupportZip.FACTS, facts, 0)).append(",\n");
    array("files", files.stream().map(Manifest::ofFile).toList(), json).append(",\n");
    array(
            "answers",
            answers.stream().map(one -> ofText(one.entry(), one.content(), one.replaced())).toList(),
            json)
        .append(",\n");
    array(
        "leftOut",
        leftOut.stream()
            .map(one -> JsonLines.object(ordered("path", one.path(), "reason", one.reason())))
            .toList(),
        json);
    return json.append("\n}\n").toString();
  }

  private static String counts(
      List<Member> files, List<Member> answers, List<LeftOut> leftOut) {
    long bytes = 0;
    int replaced = 0;
    for (List<Member> some : List.of(files, answers)) {
      bytes += some.stream().mapToLong(member -> member.content().length).sum();
      replaced += some.stream().mapToInt(Member::replaced).sum();
    }
    return JsonLines.object(
        ordered(
            "files",
            files.size(),
            "answers",
            answers.size(),
            "bytes",
            bytes,
            "replaced",
            replaced,
            "leftOut",
            leftOut.size()));
  }

  private static String ofFile(Member file) {
    return JsonLines.object(
        ordered(
            "path",
            file.path(),
            "entry",
            file.entry(),
            "bytes",
            file.content().length,
            "sha256",
            Sha256.of(file.content()),
            "replaced",
            file.replaced(),
            "offset",
            file.offset(),
            "taken",
            file.taken(),
            "size",
            file.size(),
            "modified",
            file.modified()));
  }

  private static String ofText(String entry, byte[] content, int replaced) {
    return JsonLines.object(
        ordered(
            "entry",
            entry,
            "bytes",
            content.length,
            "sha256",
            Sha256.of(content),
            "replaced",
            replaced));
  }

  private static Map<String, @Nullable Object> ordered(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return fields;
  }

  private static StringBuilder array(String name, List<String> items, StringBuilder json) {
    json.append("  \"").append(name).append("\": [");
    items.forEach(item -> json.append(json.charAt(json.length() - 1) == '[' ? "" : ",")
        .append("\n    ").append(item));
    return json.append(items.isEmpty() ? "]" : "\n  ]");
  }
}
