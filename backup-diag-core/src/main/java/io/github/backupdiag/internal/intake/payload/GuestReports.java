package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.AgentVersions;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.HandlerReport;
import io.github.backupdiag.fact.guest.Handlers;
import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.internal.parse.HandlerStatusFiles;
import io.github.backupdiag.internal.parse.JsonValue;
import io.github.backupdiag.internal.parse.StatusFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What status files of extensions and of the agent say that stand in the input. Facts are of one
 * guest and of its newest run: statuses of several runs, or reports of several times, become none.
 */
final class GuestReports {

  private static final int MOST = 1_000;
  private static final String WINDOWS_HANDLER = "Microsoft.Azure.RecoveryServices.VMSnapshot";
  private static final Pattern VERSION = Pattern.compile("\\d{1,5}(?:\\.\\d{1,7}){1,3}");

  private final Map<String, ExtensionStatus> statuses = new LinkedHashMap<>();
  private final List<HandlerReport> handlers = new ArrayList<>();
  private final Set<GuestOs.Family> families = EnumSet.noneOf(GuestOs.Family.class);
  private int aggregates;
  private String agent = "";
  private String extension = "";

  /** Adds the status of an extension; only that of Linux has codes that facts are made of. */
  void status(Node record) {
    JsonValue json = record.json();
    String name = json.get("status", "name").text();
    seen(name);
    if (name.equals(BackupExtension.HANDLER) && statuses.size() < MOST) {
      String version = version(json);
      ExtensionStatus status =
          StatusFile.parse(json, BackupFacts.INPUT, record.line(), version, ExtensionStatus.UNTOLD);
      statuses.putIfAbsent(status.at() + " " + status.outcome(), status);
      extension = version.isEmpty() ? extension : version;
    }
  }

  /** The extension tells its version among other values, in the copy inside. */
  private static String version(JsonValue status) {
    JsonValue inner =
        JsonValue.read(status.get("status", "substatus").first().get("name").text()).first();
    return inner.get("status", "telemetryData").items().stream()
        .filter(pair -> pair.get("Key").text().equals("extensionVersion"))
        .map(pair -> pair.get("Value").text())
        .filter(value -> VERSION.matcher(value).matches())
        .findFirst()
        .orElse("");
  }

  /** Adds what the agent reports of itself and of all extensions. */
  void aggregate(Node record) {
    JsonValue json = record.json();
    aggregates++;
    HandlerStatusFiles.all(json, BackupFacts.INPUT, record.line()).forEach(this::handler);
    String version = json.get("aggregateStatus", "guestAgentStatus", "version").text();
    agent = VERSION.matcher(version).matches() ? version : agent;
  }

  /** Adds what the agent reports of one extension. */
  void handler(Node record) {
    HandlerReport report = HandlerStatusFiles.one(record.json(), BackupFacts.INPUT, record.line());
    if (report != null) {
      handler(report);
    }
  }

  private void handler(HandlerReport report) {
    seen(report.name());
    if (handlers.size() < MOST) {
      handlers.add(report);
    }
    if (report.name().equals(BackupExtension.HANDLER) && extension.isEmpty()) {
      extension = VERSION.matcher(report.version()).matches() ? report.version() : "";
    }
  }

  private void seen(String name) {
    if (name.equals(BackupExtension.HANDLER)) {
      families.add(GuestOs.Family.LINUX);
    } else if (name.equals(WINDOWS_HANDLER)) {
      families.add(GuestOs.Family.WINDOWS);
    }
  }

  void addTo(FactSet.Builder facts, Problems problems) {
    if (statuses.size() > 1) {
      problems.add(
          "the input holds "
              + statuses.size()
              + " statuses of the backup extension: none was used as a fact");
    } else {
      statuses
          .values()
          .forEach(
              status ->
                  facts.observed(ExtensionFacts.STATUS, status, BackupFacts.INPUT, status.at()));
    }
    if (aggregates > 1) {
      problems.add(
          "the input holds " + aggregates + " reports of the agent: none was used as a fact");
    } else if (!handlers.isEmpty()) {
      Handlers reported = new Handlers(List.of(), handlers, false);
      facts.observed(ExtensionFacts.HANDLERS, reported, BackupFacts.INPUT, handlers.get(0).at());
    }
    addSystem(facts);
  }

  /** Each system has a backup extension of its own, and only Azure has either. */
  private void addSystem(FactSet.Builder facts) {
    if (families.size() == 1) {
      GuestOs.Family family = families.iterator().next();
      boolean linux = family == GuestOs.Family.LINUX;
      facts.observed(
          GuestFacts.OS,
          new GuestOs(family, "", "", List.of(), linux ? "" : "Windows"),
          BackupFacts.INPUT);
      facts.observed(
          GuestFacts.PLATFORM,
          new Platform(Platform.Kind.ASSUMED_AZURE, BackupFacts.INPUT),
          BackupFacts.INPUT);
      if (linux && aggregates < 2 && statuses.size() < 2) {
        addVersions(facts);
      }
    }
  }

  private void addVersions(FactSet.Builder facts) {
    if (!agent.isEmpty()) {
      facts.observed(
          ExtensionFacts.AGENT_VERSIONS,
          new AgentVersions(agent, BackupFacts.INPUT, List.of(), null),
          BackupFacts.INPUT);
    }
    if (!extension.isEmpty()) {
      facts.observed(
          ExtensionFacts.BACKUP_EXTENSION,
          BackupExtension.named(extension, BackupFacts.INPUT),
          BackupFacts.INPUT);
    }
  }
}
