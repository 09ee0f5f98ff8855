package io.github.backupdiag.guest.internal.support;

import io.github.backupdiag.guestaccess.GuestConnection.Nature;
import io.github.backupdiag.internal.parse.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
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
}
