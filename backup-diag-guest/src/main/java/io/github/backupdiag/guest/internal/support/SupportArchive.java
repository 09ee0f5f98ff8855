package io.github.backupdiag.guest.internal.support;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.FactSetJson;
import io.github.backupdiag.guest.internal.support.Manifest.Promised;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A bundle that was read and compared with its manifest. */
public final class SupportArchive {

  /** Bytes at the beginning of a file that tell whether it is a bundle. */
  public static final int HEAD = 64;

  private static final int MOST_MANIFEST = 16 << 20;
  private static final int MOST_FACTS = 64 << 20;
  private static final int MOST_NAMED = 3;
  private static final int LOCAL_HEADER = 30;

  private final String name;
  private final Manifest manifest;
  private final FactSet facts;
  private final List<String> problems;
  private final Set<String> sound;

  private SupportArchive(
      String name, Manifest manifest, FactSet facts, List<String> problems, Set<String> sound) {
    this.name = name;
    this.manifest = manifest;
    this.facts = facts;
    this.problems = List.copyOf(problems);
    this.sound = sound;
  }

  /** Tells by the first {@link #HEAD} bytes whether the manifest of a bundle is the first entry. */
  public static boolean isOne(byte[] head) {
    byte[] entry = Manifest.ENTRY.getBytes(StandardCharsets.US_ASCII);
    return head.length >= LOCAL_HEADER + entry.length
        && head[0] == 'P'
        && head[1] == 'K'
        && head[2] == 3
        && head[3] == 4
        && ((head[26] & 0xFF) | ((head[27] & 0xFF) << 8)) == entry.length
        && new String(head, LOCAL_HEADER, entry.length, StandardCharsets.US_ASCII)
            .equals(Manifest.ENTRY);
  }

  /**
   * Reads a bundle.
   *
   * @param source its bytes
   * @param name how to call it in messages
   * @throws IOException one line, if there is nothing in it that can be used
   */
  public static SupportArchive read(ZipSource source, String name) throws IOException {
    try (Entries entries = new Entries(source.open())) {
      Manifest manifest = manifest(entries, name);
      List<String> problems = new ArrayList<>();
      FactSet facts = facts(entries, manifest, name, problems);
      Set<String> sound = compare(entries, manifest, problems);
      return new SupportArchive(name, manifest, facts, problems, sound);
    }
  }

  private static Manifest manifest(Entries entries, String name) throws IOException {
    byte[] json = null;
    try {
      json = Manifest.ENTRY.equals(entries.next()) ? entries.read(MOST_MANIFEST) : null;
    } catch (IOException e) {
      throw new IOException(name + " is damaged: " + why(e) + "; copy it again", e);
    }
    Manifest manifest =
        json == null ? null : Manifest.read(new String(json, StandardCharsets.UTF_8));
    if (manifest == null) {
      throw new IOException(
          name + ": its manifest is damaged or of a newer version; take the newest backup-diag");
    }
    return manifest;
  }

  private static FactSet facts(
      Entries entries, Manifest manifest, String name, List<String> problems) throws IOException {
    byte[] json = null;
    try {
      json = SupportZip.FACTS.equals(entries.next()) ? entries.read(MOST_FACTS) : null;
    } catch (IOException e) {
      throw new IOException(name + " ends before its facts: " + why(e) + "; copy it again", e);
    }
    if (json == null) {
      throw new IOException(name + " holds no facts that can be read; make the bundle again");
    }
    Promised promised = manifest.byEntry().get(SupportZip.FACTS);
    if (promised == null || !promised.sha256().equals(Sha256.of(json))) {
      problems.add("facts.json was changed after the bundle was made; it is used as it is");
    }
    return FactSetJson.read(new ByteArrayInputStream(json), name + "/" + SupportZip.FACTS);
  }

  private static Set<String> compare(Entries entries, Manifest manifest, List<String> problems) {
    Set<String> sound = new HashSet<>();
    Set<String> changed = new HashSet<>();
    Set<String> seen = new HashSet<>(Set.of(Manifest.ENTRY, SupportZip.FACTS));
    int unknown = 0;
    boolean ended = false;
    try {
      for (String name = entries.next(); name != null; name = entries.next()) {
        Promised promised = manifest.byEntry().get(name);
        boolean again = !seen.add(name);
        if (promised == null || again) {
          unknown += name.equals(SupportZip.README) && !again ? 0 : 1;
        } else if (isSound(entries, promised)) {
          sound.add(name);
        } else {
          changed.add(name);
        }
      }
      ended = true;
    } catch (IOException e) {
      problems.add("it is damaged or cut: " + why(e) + "; what comes before is used");
    }
    if (unknown > 0) {
      problems.add(unknown + " entries are not in its manifest, or twice; they are not used");
    }
    report("were changed after the bundle was made; they are not used", changed, problems);
    Set<String> missing = new HashSet<>(manifest.byEntry().keySet());
    missing.removeAll(seen);
    report(ended ? "are missing" : "lie behind the damage", missing, problems);
    return sound;
  }

  private static boolean isSound(Entries entries, Promised promised) throws IOException {
    long[] length = new long[1];
    return entries.sum(length).equals(promised.sha256()) && length[0] == promised.bytes();
  }

  private static void report(String what, Set<String> names, List<String> problems) {
    if (!names.isEmpty()) {
      List<String> some = names.stream().sorted().limit(MOST_NAMED).toList();
      problems.add(
          names.size()
              + " of its files "
              + what
              + ": "
              + String.join(", ", some)
              + (names.size() > MOST_NAMED ? ", …" : ""));
    }
  }

  private static String why(IOException e) {
    return e.getMessage() == null ? "it ends early" : e.getMessage().lines().findFirst().orElse("");
  }

  /** How to call it. */
  public String name() {
    return name;
  }

  /** The recorded facts. */
  public FactSet facts() {
    return facts;
  }

  /** One line for each thing that is not as the manifest says. */
  public List<String> problems() {
    return problems;
  }

  Manifest manifest() {
    return manifest;
  }

  /** Tells whether an entry is what the manifest promises. */
  boolean isSound(@Nullable String entry) {
    return sound.contains(entry);
  }
}
