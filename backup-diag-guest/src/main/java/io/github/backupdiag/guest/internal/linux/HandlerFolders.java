package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.HandlerReport;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.AgentVersion;
import io.github.backupdiag.internal.parse.HandlerStatusFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the listings of the agent's folder tell of the backup extension. */
final class HandlerFolders {

  private static final Pattern VERSION = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){1,5}");
  private static final Pattern SETTINGS = Pattern.compile("(\\d{1,15})\\.settings");
  private static final Pattern STATUS = Pattern.compile("(\\d{1,15})\\.status");

  private final Answers answers;
  private final Question<PathEntries> folders;
  private final Question<PathEntries> content;
  private final Question<PathEntries> program;
  private final Question<PathEntries> config;
  private final Question<PathEntries> status;
  private final Question<PathEntries> certificates;
  private final Question<PathEntries> keys;
  private final Question<FileContent> report;

  HandlerFolders(Answers answers) {
    String below = LibDir.below(answers);
    String all = below + BackupExtension.HANDLER + "-*";
    this.answers = answers;
    this.folders = Question.listing(all);
    this.content = Question.listing(all + "/*");
    this.program = Question.listing(all + "/main/handle.*");
    this.config = Question.listing(all + "/config/*");
    this.status = Question.listing(all + "/status/*.status");
    this.certificates = Question.listing(below + "*.crt");
    this.keys = Question.listing(below + "*.prv");
    this.report = Question.file(below + "waagent_status.json");
  }

  List<Question<PathEntries>> listings() {
    return List.of(folders, content, program, config, status, certificates, keys);
  }

  /** All that is asked before a version is chosen. */
  List<Question<?>> questions() {
    return Questions.all(listings(), List.of(report));
  }

  /** Where the folders are looked for. */
  String place() {
    return ((Question.Listing) folders).glob();
  }

  /**
   * Paths of the folders by version: first the one that the agent reports on, which a newer
   * left-over does not beat, then the newest. A package or another file is no folder.
   */
  Map<String, String> byVersion() {
    Map<String, String> found = new LinkedHashMap<>();
    for (String path : Seen.paths(answers, folders)) {
      String version = path.substring(path.lastIndexOf('-') + 1);
      if (VERSION.matcher(version).matches()) {
        found.put(version, path);
      }
    }
    List<String> versions = new ArrayList<>(found.keySet());
    versions.sort(AgentVersion.NEWEST_FIRST);
    String reported = reported();
    if (versions.remove(reported)) {
      versions.add(0, reported);
    }
    Map<String, String> inOrder = new LinkedHashMap<>();
    versions.forEach(version -> inOrder.put(version, found.get(version)));
    return inOrder;
  }

  private String reported() {
    FileContent file = Seen.value(answers, report);
    return file == null
        ? ""
        : HandlerStatusFiles.all(file).stream()
            .filter(handler -> handler.name().equals(BackupExtension.HANDLER))
            .map(HandlerReport::version)
            .findFirst()
            .orElse("");
  }

  boolean has(String path) {
    return Seen.paths(answers, content).contains(path)
        || Seen.paths(answers, program).contains(path);
  }

  boolean hasConfig(String folder) {
    return has(folder + "/config");
  }

  boolean hasStatus(String path) {
    return Seen.paths(answers, status).contains(path);
  }

  /** Highest number of the settings in a folder, or null. */
  @Nullable Long settings(String folder) {
    return highest(folder + "/config/", SETTINGS, config);
  }

  /** Highest number of the status files in a folder, or null. */
  @Nullable Long statusNumber(String folder) {
    return highest(folder + "/status/", STATUS, status);
  }

  private @Nullable Long highest(String folder, Pattern pattern, Question<PathEntries> where) {
    Long highest = null;
    for (String path : Seen.paths(answers, where)) {
      Matcher name = pattern.matcher(path.substring(path.lastIndexOf('/') + 1));
      if (path.startsWith(folder) && name.matches()) {
        long number = Long.parseLong(name.group(1));
        highest = highest == null ? number : Math.max(highest, number);
      }
    }
    return highest;
  }

  /** Whether the copy holds any certificates and keys: a bundle leaves them out. */
  boolean hasCertificates() {
    return !Seen.paths(answers, certificates).isEmpty() && !Seen.paths(answers, keys).isEmpty();
  }

  boolean hasCertificate(String thumbprint) {
    return isNamed(thumbprint + ".crt", certificates);
  }

  boolean hasKey(String thumbprint) {
    return isNamed(thumbprint + ".prv", keys);
  }

  private boolean isNamed(String name, Question<PathEntries> where) {
    return Seen.paths(answers, where).stream()
        .anyMatch(path -> path.substring(path.lastIndexOf('/') + 1).equalsIgnoreCase(name));
  }
}
