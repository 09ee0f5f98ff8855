package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers questions about files from records. What the script looked for and did not find is not
 * there; what it did not look for is not recorded.
 */
final class CollectedFiles {

  private final CollectedRecords records;

  CollectedFiles(CollectedRecords records) {
    this.records = records;
  }

  Observation<?> file(Question.File asked) throws UnreadableException {
    String key = records.key(asked.path());
    CollectedPart content = records.contents.get(key);
    boolean otherEnd = content != null && asked.part() == Question.Part.HEAD && content.start() > 0;
    if (content != null && !otherEnd) {
      return new Observed<>(
          CollectedContent.part(asked, content, records.followed.get(key)), asked.path(), null);
    }
    PathEntry entry = records.entries.get(key);
    boolean odd =
        records.odd.containsKey(key)
            || (entry != null
                && (entry.type() == PathEntry.Type.DIRECTORY
                    || entry.type() == PathEntry.Type.OTHER));
    return odd
        ? new Unavailable<>(UnavailableReason.FAILED, "not a regular file: " + asked.path())
        : unseen(asked.path());
  }

  Observation<?> stat(Question.Stat asked) throws UnreadableException {
    PathEntry entry = records.entries.get(records.key(asked.path()));
    return entry == null
        ? unseen(asked.path())
        : new Observed<>(named(entry, asked.path()), asked.path(), null);
  }

  private static PathEntry named(PathEntry entry, String path) {
    return new PathEntry(
        path,
        entry.type(),
        entry.size(),
        entry.linkTarget(),
        entry.owner(),
        entry.mode(),
        entry.modified());
  }

  Observation<?> listing(Question.Listing asked) throws UnreadableException {
    Boolean whole = records.globs.get(records.key(asked.glob()));
    if (whole == null) {
      return unseen(asked.glob());
    }
    List<PathEntry> found = new ArrayList<>();
    for (String key : matching(asked.glob(), records.entries)) {
      PathEntry entry = records.entries.get(key);
      if (entry != null) {
        found.add(entry);
      }
    }
    int most = Math.min(found.size(), asked.maxEntries());
    return found.isEmpty()
        ? new Absent<>(asked.glob())
        : new Observed<>(
            new PathEntries(found.subList(0, most), whole && most == found.size()),
            asked.glob(),
            null);
  }

  Observation<?> files(Question.Files asked) throws UnreadableException {
    Boolean whole = records.globs.get(records.key(asked.glob()));
    if (whole == null) {
      return unseen(asked.glob());
    }
    List<FileContent> read = new ArrayList<>();
    Unavailable<?> refusal = null;
    boolean complete = whole;
    for (String key : both(asked.glob())) {
      CollectedPart content = records.contents.get(key);
      if (content != null && read.size() < asked.maxFiles()) {
        Question.File head =
            new Question.File(content.path(), asked.maxBytes(), Question.Part.HEAD);
        read.add(CollectedContent.part(head, content, records.followed.get(key)));
      } else if (content != null) {
        complete = false;
      } else if (isUnread(key)) {
        complete = false;
        refusal = unread(key);
      }
    }
    return read.isEmpty() && refusal != null
        ? refusal
        : read.isEmpty()
            ? new Absent<>(asked.glob())
            : new Observed<>(new FileContents(read, complete), asked.glob(), null);
  }

  Observation<?> newest(Question.Newest asked) throws UnreadableException {
    if (!records.globs.containsKey(records.key(asked.glob()))) {
      return unseen(asked.glob());
    }
    String newest = null;
    for (String key : both(asked.glob())) {
      boolean file = records.contents.containsKey(key) || isUnread(key);
      if (file && (newest == null || NumberedName.ORDER.compare(place(key), place(newest)) > 0)) {
        newest = key;
      }
    }
    return newest == null
        ? new Absent<>(asked.glob())
        : file(new Question.File(path(newest), asked.maxBytes(), Question.Part.HEAD));
  }

  private String path(String key) {
    PathEntry entry = records.entries.get(key);
    return entry == null ? key : entry.path();
  }

  private static Place place(String path) {
    return new Place(path, Path.of(""));
  }

  /** A file or a link to one, without its content. */
  private boolean isUnread(String key) {
    PathEntry entry = records.entries.get(key);
    boolean file = entry != null && entry.type() == PathEntry.Type.FILE;
    boolean link = entry != null && entry.type() == PathEntry.Type.LINK;
    return records.refused.containsKey(key)
        || (file && !records.missing.containsKey(key))
        || (link && !records.missing.containsKey(key) && !records.odd.containsKey(key));
  }

  private Unavailable<?> unread(String key) {
    String why = records.refused.get(key);
    return why == null ? notRecorded(key) : refusal(key, why);
  }

  private Set<String> both(String glob) throws UnreadableException {
    Set<String> keys = matching(glob, records.entries);
    keys.addAll(matching(glob, records.contents));
    return keys;
  }

  /** The keys that match, in their order; only those behind its literal part are looked at. */
  private Set<String> matching(String glob, NavigableMap<String, ?> among)
      throws UnreadableException {
    PathGlob pattern = PathGlob.of(records.key(glob));
    String folder = pattern.directory();
    String start = folder.endsWith("/") ? folder : folder + "/";
    Set<String> found = new TreeSet<>();
    for (String key : among.tailMap(start, true).keySet()) {
      if (!key.startsWith(start)) {
        break;
      }
      if (matches(pattern, key.substring(start.length()))) {
        found.add(key);
      }
    }
    return found;
  }

  private static boolean matches(PathGlob pattern, String behind) {
    String[] names = behind.split("/", -1);
    if (names.length != pattern.elements().size()) {
      return false;
    }
    for (int i = 0; i < names.length; i++) {
      if (!PathGlob.matches(pattern.elements().get(i), names[i], false)) {
        return false;
      }
    }
    return true;
  }

  /** Why a path or glob shows nothing. */
  Observation<?> unseen(String path) throws UnreadableException {
    if (GuestPath.of(path).hasDrive() != records.windows) {
      return new Absent<>(path); // a path of another system
    }
    for (String at = records.key(path); !at.isEmpty(); at = parent(at)) {
      String why = records.refused.get(at);
      if (why != null) {
        return refusal(path, why);
      }
      if (records.missing.containsKey(at) || isGoneFromGlob(at)) {
        return new Absent<>(path);
      }
    }
    return notRecorded(path);
  }

  /** True if a glob that was listed to its end would have shown it. */
  private boolean isGoneFromGlob(String key) throws UnreadableException {
    if (records.entries.containsKey(key) || records.contents.containsKey(key)) {
      return false;
    }
    for (Map.Entry<String, Boolean> glob : records.globs.entrySet()) {
      if (glob.getValue() && covers(glob.getKey(), key)) {
        return true;
      }
    }
    for (String glob : records.missing.keySet()) {
      if (covers(glob, key)) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(String glob, String key) throws UnreadableException {
    if (glob.indexOf('*') < 0 && glob.indexOf('?') < 0) {
      return false;
    }
    PathGlob pattern = PathGlob.of(glob);
    String folder = pattern.directory();
    String start = folder.endsWith("/") ? folder : folder + "/";
    return key.startsWith(start) && matches(pattern, key.substring(start.length()));
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "" : path.substring(0, slash);
  }

  private static Unavailable<?> refusal(String path, String why) {
    String words = why.toLowerCase(Locale.ROOT);
    boolean denied = words.contains("denied") || words.contains("not permitted");
    return denied
        ? new Unavailable<>(UnavailableReason.NOT_PERMITTED, path)
        : new Unavailable<>(UnavailableReason.FAILED, path + ": " + cut(why));
  }

  private static String cut(String why) {
    String line = why.lines().findFirst().orElse("");
    return line.length() <= 200 ? line : line.substring(0, 200);
  }

  Unavailable<?> notRecorded(String subject) {
    return records.isComplete()
        ? new Unavailable<>(UnavailableReason.NOT_RECORDED, subject)
        : new Unavailable<>(UnavailableReason.FAILED, subject + ": the bundle ends before its end");
  }
}
