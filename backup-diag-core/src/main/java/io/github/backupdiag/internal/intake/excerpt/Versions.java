package io.github.backupdiag.internal.intake.excerpt;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.AgentVersions;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.Platform;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what lines of agent and extension say of versions; the last one said counts. */
final class Versions {

  private static final Pattern AGENT =
      Pattern.compile(
          "(?:Goal state agent: |Agent (?:version: )?WALinuxAgent-|\\bWALinuxAgent-)"
              + "(\\d{1,3}(?:\\.\\d{1,5}){2,3})");
  private static final Pattern EXTENSION =
      Pattern.compile(
          "Microsoft\\.Azure\\.RecoveryServices\\.VMSnapshotLinux-(\\d{1,3}(?:\\.\\d{1,6}){3})");
  private static final Pattern SYSTEM =
      Pattern.compile(
          "(?:\\bOS: |WALinuxAgent-[0-9.]+ running on )([a-z][a-z0-9-]{1,20}) (\\d[\\w.]{0,15})",
          Pattern.CASE_INSENSITIVE);

  private Versions() {}

  static void read(Excerpt excerpt, boolean linux, FactSet.Builder facts) {
    String agent = null;
    String extension = null;
    Matcher system = null;
    for (String line : excerpt.lines()) {
      agent = last(AGENT, line, agent);
      extension = last(EXTENSION, line, extension);
      Matcher named = SYSTEM.matcher(line);
      system = named.find() ? named : system;
    }
    // Prose may speak of another machine; only lines of its logs and files tell what this one is.
    if (linux) {
      facts.observed(
          GuestFacts.PLATFORM,
          new Platform(Platform.Kind.ASSUMED_AZURE, BackupFacts.INPUT),
          BackupFacts.INPUT);
      facts.observed(GuestFacts.OS, os(system), BackupFacts.INPUT);
    }
    if (agent != null) {
      facts.observed(
          ExtensionFacts.AGENT_VERSIONS,
          new AgentVersions(agent, BackupFacts.INPUT, List.of(), null),
          BackupFacts.INPUT);
    }
    if (extension != null) {
      facts.observed(
          ExtensionFacts.BACKUP_EXTENSION,
          BackupExtension.named(extension, BackupFacts.INPUT),
          BackupFacts.INPUT);
    }
  }

  private static GuestOs os(@Nullable Matcher system) {
    String id = system == null ? "" : system.group(1).toLowerCase(java.util.Locale.ROOT);
    String version = system == null ? "" : system.group(2);
    return new GuestOs(GuestOs.Family.LINUX, id, version, List.of(), (id + " " + version).strip());
  }

  private static @Nullable String last(Pattern pattern, String line, @Nullable String before) {
    String found = before;
    Matcher matcher = pattern.matcher(line);
    while (matcher.find()) {
      found = matcher.group(1);
    }
    return found;
  }
}
