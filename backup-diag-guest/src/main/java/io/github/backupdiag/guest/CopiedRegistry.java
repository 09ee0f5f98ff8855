package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.internal.PrivateFiles;
import io.github.backupdiag.guest.internal.registry.DamagedHiveException;
import io.github.backupdiag.guest.internal.registry.Hive;
import io.github.backupdiag.guest.internal.registry.HiveLog;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.ConsoleText;
import io.github.backupdiag.internal.parse.RegExport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The registry of a copied Windows disk: its hives with their logs, else files that {@code reg
 * export} wrote into the folder {@code registry} at the top of the copy. What Windows keeps in
 * memory only, and the registry of the user who is logged on, is in neither.
 */
final class CopiedRegistry {

  private static final String EXPORTS = "/registry/*.reg";
  private static final int MOST_EXPORTS = 50;
  private static final int MOST_OF_EXPORT = 16 << 20;
  private static final String CURRENT = "CurrentControlSet";

  private static final int MOST_OF_LOG = 16 << 20;

  private final Map<String, HiveLog> logs = new ConcurrentHashMap<>();
  private final GuestTree tree;
  private final TreeReader files;

  CopiedRegistry(GuestTree tree, TreeReader files) {
    this.tree = tree;
    this.files = files;
  }

  /** A file of the copy and the key that is its root. */
  private record Place(String file, List<String> names) {}

  Observation<RegistryKey> answer(Question.Registry asked) throws IOException {
    if (!asked.key().startsWith("HK")) {
      throw UnreadableException.failed("not the full name of a registry key: " + asked.key());
    }
    if (PrivateFiles.isKey(asked.key())) {
      throw UnreadableException.refused(PrivateFiles.refusal(asked.key()));
    }
    Place place = place(asked.key());
    Path hive = place == null ? null : file(place.file());
    return place == null || hive == null ? exported(asked) : read(asked, hive, place);
  }

  private Observation<RegistryKey> read(Question.Registry asked, Path file, Place place)
      throws IOException {
    try (var channel = Files.newByteChannel(file)) {
      Hive hive = Hive.open(channel);
      if (!hive.isWhole()) {
        hive.replay(log(place.file()));
      }
      List<String> names = place.names();
      if (!names.isEmpty() && names.get(0).equalsIgnoreCase(CURRENT)) {
        names = resolved(hive, names);
      }
      RegistryKey key = hive.key(names, asked.depth(), asked.maxValues());
      if (key == null && !hive.isWhole()) {
        return new Unavailable<>(
            UnavailableReason.NOT_RECORDED, place.file() + " lacks the newest changes");
      }
      return key == null
          ? new Absent<>(asked.key())
          : new Observed<>(named(key, asked.key()), asked.key(), null);
    } catch (DamagedHiveException e) {
      throw UnreadableException.failed(place.file() + ": " + e.getMessage());
    }
  }

  /** What lies beside a hive, read once; a log that is too long tells nothing. */
  private HiveLog log(String hive) throws IOException {
    HiveLog known = logs.get(hive);
    if (known == null) {
      List<byte[]> found = new ArrayList<>();
      for (String end : List.of(".LOG1", ".LOG2")) {
        Path path = file(hive + end);
        if (path != null && Files.size(path) <= MOST_OF_LOG) {
          found.add(Files.readAllBytes(path));
        }
      }
      known = HiveLog.of(found);
      logs.put(hive, known);
    }
    return known;
  }

  /** A hive holds numbered control sets; which one is current stands beside them. */
  private static List<String> resolved(Hive hive, List<String> names) throws IOException {
    RegistryKey select = hive.key(List.of("Select"), 0, 100);
    OptionalLong current = select == null ? OptionalLong.empty() : select.number("Current");
    if (current.isEmpty()) {
      throw UnreadableException.failed("the registry does not say which control set is current");
    }
    List<String> resolved = new ArrayList<>(names);
    resolved.set(0, String.format(Locale.ROOT, "ControlSet%03d", current.getAsLong()));
    return resolved;
  }

  private static RegistryKey named(RegistryKey key, String asked) {
    return new RegistryKey(
        asked.substring(asked.lastIndexOf('\\') + 1), key.values(), key.keys(), key.complete());
  }

  private @Nullable Path file(String guestPath) throws IOException {
    try {
      Path path = tree.follow(tree.locate(guestPath));
      boolean regular = Files.readAttributes(path, BasicFileAttributes.class).isRegularFile();
      return regular ? path : null;
    } catch (IOException e) {
      if (Refusal.isMissing(e)) {
        return null;
      }
      throw e;
    }
  }

  private static @Nullable Place place(String key) {
    List<String> names = List.of(key.split("\\\\", -1));
    String head = String.join("\\", names.subList(0, Math.min(2, names.size())));
    String config = "C:/Windows/System32/config/";
    String profiles = "C:/Windows/ServiceProfiles/";
    List<String> below = names.subList(Math.min(2, names.size()), names.size());
    return switch (head.toUpperCase(Locale.ROOT)) {
      case "HKLM\\SYSTEM" -> new Place(config + "SYSTEM", below);
      case "HKLM\\SOFTWARE" -> new Place(config + "SOFTWARE", below);
      case "HKU\\.DEFAULT", "HKU\\S-1-5-18" -> new Place(config + "DEFAULT", below);
      case "HKU\\S-1-5-19" -> new Place(profiles + "LocalService/NTUSER.DAT", below);
      case "HKU\\S-1-5-20" -> new Place(profiles + "NetworkService/NTUSER.DAT", below);
      default -> names.get(0).equalsIgnoreCase("HKCR") ? classes(names, config) : null;
    };
  }

  private static Place classes(List<String> names, String config) {
    List<String> below = new ArrayList<>(List.of("Classes"));
    below.addAll(names.subList(1, names.size()));
    return new Place(config + "SOFTWARE", below);
  }

  private Observation<RegistryKey> exported(Question.Registry asked) {
    Observation<?> exports =
        files.answer(new Question.Files(EXPORTS, MOST_EXPORTS, MOST_OF_EXPORT));
    boolean covered = false;
    if (exports instanceof Observed<?> seen && seen.value() instanceof FileContents all) {
      for (FileContent file : all.files()) {
        RegExport export = export(file).orElse(null);
        RegistryKey key =
            export == null ? null : export.key(asked.key(), asked.depth(), asked.maxValues());
        if (key != null) {
          return new Observed<>(cut(key, file.isComplete()), asked.key(), null);
        }
        covered |= export != null && file.isComplete() && export.covers(asked.key());
      }
    }
    return covered
        ? new Absent<>(asked.key())
        : new Unavailable<>(UnavailableReason.NOT_RECORDED, asked.key());
  }

  private static RegistryKey cut(RegistryKey key, boolean complete) {
    return new RegistryKey(key.name(), key.values(), key.keys(), complete && key.complete());
  }

  private static Optional<RegExport> export(FileContent file) {
    String text = ConsoleText.decode(file.bytes(), StandardCharsets.ISO_8859_1);
    return Optional.ofNullable(RegExport.of(text));
  }
}
