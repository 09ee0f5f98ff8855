package io.github.backupdiag.internal.intake.excerpt;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.AgentConfig;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.parse.AgentConfigFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds lines of {@code waagent.conf} where their form shows that they are its content: behind the
 * name of the file as {@code grep} prints it, below a command that prints the file or below its
 * path, or several in a row. A setting that a sentence names is no such line. A piece never shows
 * what stands elsewhere in the file.
 */
final class PastedConfig {

  private static final String FILE = "waagent.conf";

  private static final Pattern SETTING =
      Pattern.compile(
          "\\s{0,8}(?:AutoUpdate|CGroups|DVD|Debug|Extensions?|Home|HttpProxy|Lib|Logs|OS|Pid"
              + "|Protocol|Provisioning|ResourceDisk)\\.[A-Z][A-Za-z]{1,40}\\s{0,4}=.{0,400}");
  private static final Pattern NAMED =
      Pattern.compile("\\s{0,8}\\S{0,200}waagent\\.conf:(?:\\d{1,6}:)?(.{1,500})");
  private static final Pattern NUMBER = Pattern.compile("^\\d{1,6}:");
  private static final Pattern PRINTED =
      Pattern.compile(
          "(?:.{0,80}[#$>])?\\s{0,4}(?:sudo\\s{1,4})?(?:cat|[ef]?grep|head|tail|less|more|awk"
              + "|sed\\s{1,4}-n)\\s.{0,200}waagent\\.conf\\s{0,4}(?:\\|.{0,200})?");
  private static final Pattern PATH = Pattern.compile("\\W{0,8}/\\S{0,100}waagent\\.conf\\W{0,8}");

  /** So many in a row nobody writes who only speaks of them. */
  private static final int SURE = 3;

  private final List<AgentConfig.Entry> entries = new ArrayList<>();
  private final List<AgentConfig.Entry> row = new ArrayList<>();
  private boolean printed;

  private PastedConfig() {}

  static void read(List<String> lines, FactSet.Builder facts) {
    PastedConfig found = new PastedConfig();
    int number = 0;
    for (String line : lines) {
      found.line(line, ++number);
    }
    found.endRow();
    if (!found.entries.isEmpty()) {
      facts.observed(
          GuestFacts.AGENT_CONFIG,
          new AgentConfig(BackupFacts.INPUT, found.entries, false),
          BackupFacts.INPUT);
    }
  }

  private void line(String line, int number) {
    if (line.length() > 600) {
      endRow();
      return;
    }
    String bare = printed ? NUMBER.matcher(line).replaceFirst("") : line;
    Matcher named = NAMED.matcher(line);
    if (line.indexOf('=') > 0 && SETTING.matcher(bare).matches()) {
      add(bare, number, row);
    } else if (line.contains(FILE) && named.matches()) {
      endRow();
      if (SETTING.matcher(named.group(1)).matches()) {
        add(named.group(1), number, entries);
      }
    } else if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
      endRow();
      printed =
          line.contains(FILE) && (PRINTED.matcher(line).matches() || PATH.matcher(line).matches());
    }
  }

  private static void add(String line, int number, List<AgentConfig.Entry> to) {
    AgentConfigFile.parse(BackupFacts.INPUT, line)
        .entries()
        .forEach(entry -> to.add(new AgentConfig.Entry(entry.key(), entry.value(), number)));
  }

  private void endRow() {
    if (printed || row.size() >= SURE) {
      entries.addAll(row);
    }
    row.clear();
    printed = false;
  }
}
