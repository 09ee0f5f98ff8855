package io.github.backupdiag.guest.internal.support;

import io.github.backupdiag.guestaccess.GuestConnection.Nature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes manifests, one file on each line, so that people can read them, too. */
final class ManifestText {

  private ManifestText() {}

  /** Gives the manifest of a bundle. */
  static String of(Origin origin, byte[] facts, List<Member> members, List<LeftOut> leftOut) {
    List<Member> files = members.stream().filter(member -> member.place() != null).toList();
    List<Member> answers = members.stream().filter(member -> member.place() == null).toList();
    Map<String, @Nullable Object> head = new LinkedHashMap<>();
    head.put("nature", origin.nature() == Nature.LIVE ? "live" : "copy");
    head.put("seenAt", origin.seenAt());
    head.put("assumedAzureVm", origin.assumedAzureVm());
    StringBuilder json = new StringBuilder("{\n");
    json.append("  \"format\": \"" + Manifest.FORMAT + "\",\n");
    json.append("  \"schemaVersion\": \"" + Manifest.VERSION + "\",\n");
    json.append("  ").append(field("madeAt", origin.madeAt())).append(",\n");
    json.append("  ").append(field("tool", origin.tool())).append(",\n");
    json.append("  \"guest\": ").append(JsonLines.object(head)).append(",\n");
    json.append("  \"counts\": ").append(counts(files, answers, leftOut)).append(",\n");
    json.append("  \"facts\": ").append(ofText(SupportZip.FACTS, facts, 0)).append(",\n");
    array("files", files.stream().map(ManifestText::ofFile).toList(), json).append(",\n");
    array(
            "answers",
            answers.stream()
                .map(one -> ofText(one.entry(), one.content(), one.replaced()))
                .toList(),
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

  private static String field(String name, Object value) {
    String object = JsonLines.object(Map.of(name, value));
    return object.substring(1, object.length() - 1);
  }

  private static String counts(List<Member> files, List<Member> answers, List<LeftOut> leftOut) {
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
    Member.Place place = Objects.requireNonNull(file.place());
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("path", place.path());
    fields.putAll(content(file.entry(), file.content(), file.replaced()));
    fields.put("offset", place.offset());
    fields.put("taken", place.taken());
    fields.put("size", place.size());
    fields.put("modified", place.modified());
    return JsonLines.object(fields);
  }

  private static String ofText(String entry, byte[] content, int replaced) {
    return JsonLines.object(content(entry, content, replaced));
  }

  private static Map<String, @Nullable Object> content(String entry, byte[] content, int replaced) {
    return ordered(
        "entry",
        entry,
        "bytes",
        content.length,
        "sha256",
        Sha256.of(content),
        "replaced",
        replaced);
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
    items.forEach(
        item ->
            json.append(json.charAt(json.length() - 1) == '[' ? "" : ",")
                .append("\n    ")
                .append(item));
    return json.append(items.isEmpty() ? "]" : "\n  ]");
  }
}
