package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.SeenCode;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.ExtensionStatus.Outcome;
import io.github.backupdiag.fact.guest.ExtensionStatus.Reading;
import io.github.backupdiag.fact.guest.SettingsCertificate;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.HandlerStatusFiles;
import io.github.backupdiag.internal.parse.SettingsFile;
import io.github.backupdiag.internal.parse.StatusFile;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the folders of the backup extension: first which version counts, then its newest
 * settings, then the status for these (guest.linux.extension.present, .version, .handler-state,
 * .status; guest.linux.agent.certificates).
 */
public final class BackupExtensionProbe implements GuestProbe {

  private static final String CODE = "VMSnapshotLinux.";

  /** Codes that are defined and never written into the file: such a file is not to be believed. */
  private static final Set<Long> NEVER_WRITTEN = Set.of(13L, 14L, 173L, 312L, 315L, 318L, 556L);

  private static final List<Question<?>> FIRST = List.of(LibDir.CONFIG);
  private static final List<String> PACKAGE =
      List.of("/HandlerManifest.json", "/main", "/main/handle.sh", "/main/handle.py");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,40}");
  private static final int MOST_FOLDERS = 10;

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of(
              "guest.linux.backup-extension",
              ExtensionFacts.BACKUP_EXTENSION,
              ExtensionFacts.STATUS,
              ExtensionFacts.CERTIFICATE)
          .withConnections(GuestConnection.class, Catalog.class)
          .withChecks(
              "guest.linux.extension.present",
              "guest.linux.extension.version",
              "guest.linux.extension.handler-state",
              "guest.linux.extension.status",
              "guest.linux.snapshot.command-age",
              "guest.linux.agent.certificates")
          .withAccessNeeds(Questions.needs(FIRST, LibDir.ANYWHERE));

  /** Made by {@code ServiceLoader}. */
  public BackupExtensionProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    if (soFar.questions().isEmpty()) {
      return FIRST;
    }
    HandlerFolders folders = new HandlerFolders(soFar);
    List<Question<?>> listings = Questions.open(LibDir.named(folders.listings()), soFar);
    return listings.isEmpty() ? Questions.open(LibDir.named(files(folders)), soFar) : listings;
  }

  private static List<Question<?>> files(HandlerFolders folders) {
    List<Question<?>> files = new ArrayList<>();
    for (String folder : folders.byVersion().values()) {
      if (files.size() < 2 * MOST_FOLDERS) {
        files.add(state(folder));
        files.add(report(folder));
      }
    }
    NewestSettings newest = NewestSettings.in(folders);
    if (newest != null) {
      files.add(Question.file(newest.path()));
      files.add(Question.file(newest.status()));
    }
    return files;
  }

  private static Question<FileContent> state(String folder) {
    return Question.file(folder + "/config/HandlerState");
  }

  private static Question<FileContent> report(String folder) {
    return Question.file(folder + "/config/HandlerStatus");
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    HandlerFolders folders = new HandlerFolders(answers);
    Observations.Builder found = Observations.builder();
    Unavailable<?> why = whyNot(folders, answers);
    if (why != null) {
      DESCRIPTOR.provides().forEach(key -> found.unavailable(key, why.reason(), why.detail()));
      return found.build();
    }
    putFolders(folders, answers, found);
    NewestSettings newest = NewestSettings.in(folders);
    if (newest == null) {
      found.absent(ExtensionFacts.STATUS, folders.place());
      found.absent(ExtensionFacts.CERTIFICATE, folders.place());
    } else {
      putStatus(newest, folders, answers, context, found);
      putCertificate(newest, folders, answers, context, found);
    }
    return found.build();
  }

  private static @Nullable Unavailable<?> whyNot(HandlerFolders folders, Answers answers) {
    return answers.questions().containsAll(folders.listings())
        ? Seen.refusal(answers, folders.listings())
        : new Unavailable<>(UnavailableReason.FAILED, folders.place() + " lies too deep");
  }

  private static void putFolders(
      HandlerFolders folders, Answers answers, Observations.Builder found) {
    List<BackupExtension.Folder> all = new ArrayList<>();
    folders
        .byVersion()
        .forEach((version, path) -> all.add(folder(version, path, folders, answers)));
    if (all.isEmpty()) {
      found.absent(ExtensionFacts.BACKUP_EXTENSION, folders.place());
    } else {
      found.observed(ExtensionFacts.BACKUP_EXTENSION, new BackupExtension(all), all.get(0).path());
    }
  }

  private static BackupExtension.Folder folder(
      String version, String path, HandlerFolders folders, Answers answers) {
    FileContent state = Seen.value(answers, state(path));
    FileContent report = Seen.value(answers, report(path));
    List<String> missing =
        PACKAGE.stream().map(file -> path + file).filter(file -> !folders.has(file)).toList();
    boolean unpacked = missing.size() < PACKAGE.size();
    return new BackupExtension.Folder(
        version,
        path,
        folders.hasConfig(path),
        folders.settings(path),
        state == null ? null : word(state.text()),
        report == null ? null : HandlerStatusFiles.one(report),
        unpacked,
        unpacked ? missing : List.of());
  }

  private static @Nullable String word(String text) {
    String word = text.replace("\0", "").strip();
    return WORD.matcher(word).matches() ? word : null;
  }

  private static void putStatus(
      NewestSettings newest,
      HandlerFolders folders,
      Answers answers,
      ProbeContext context,
      Observations.Builder found) {
    Question<FileContent> question = Question.file(newest.status());
    FileContent file = Seen.value(answers, question);
    Unavailable<?> why = Seen.refusal(answers, List.of(question));
    if (file != null) {
      ExtensionStatus status = StatusFile.parse(file, newest.version(), newest.number());
      found.observed(ExtensionFacts.STATUS, status, file.path(), status.at());
      SeenCode code = seenCode(status, context.connection(Catalog.class));
      if (code != null) {
        found.seenCode(code);
      }
    } else if (why != null) {
      found.unavailable(ExtensionFacts.STATUS, why.reason(), why.detail());
    } else {
      Reading reading = folders.hasStatus(newest.status()) ? Reading.UNREADABLE : Reading.MISSING;
      found.observed(
          ExtensionFacts.STATUS,
          new ExtensionStatus(
              newest.status(), newest.version(), newest.number(), reading, null, null),
          newest.path());
    }
  }

  /** The code of a run that did not succeed, if the catalog knows it; others are not guessed at. */
  private static @Nullable SeenCode seenCode(ExtensionStatus status, Catalog catalog) {
    Outcome outcome = status.outcome();
    if (outcome == null || outcome.isSuccess() || NEVER_WRITTEN.contains(outcome.code())) {
      return null;
    }
    String code = CODE + outcome.code();
    String excerpt = (outcome.code() + " " + outcome.message()).strip();
    return catalog.code(code) == null
        ? null
        : new SeenCode(code, status.file(), status.at(), excerpt);
  }

  /** Only names are compared; no key is opened. */
  private static void putCertificate(
      NewestSettings newest,
      HandlerFolders folders,
      Answers answers,
      ProbeContext context,
      Observations.Builder found) {
    FileContent settings = Seen.value(answers, Question.file(newest.path()));
    String thumbprint = settings == null ? null : SettingsFile.thumbprint(settings.text());
    boolean copy =
        context.connection(GuestConnection.class).nature() == GuestConnection.Nature.COPY;
    if (thumbprint == null) {
      found.absent(ExtensionFacts.CERTIFICATE, newest.path());
    } else if (copy && !folders.hasCertificates()) {
      found.unavailable(
          ExtensionFacts.CERTIFICATE,
          UnavailableReason.NOT_RECORDED,
          "the copy holds no certificates with their keys");
    } else {
      SettingsCertificate certificate =
          new SettingsCertificate(
              newest.path(), folders.hasCertificate(thumbprint), folders.hasKey(thumbprint));
      found.observed(ExtensionFacts.CERTIFICATE, certificate, newest.path());
    }
  }
}
