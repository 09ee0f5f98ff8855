package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.guest.SqlWriterLog;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.SqlWriterLogFile;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of SQL Writer and its older part (guest.windows.sql-writer-log). It is in local
 * time, so the zone of the guest is read, too. Older versions of SQL Server write none.
 */
public final class SqlWriterLogProbe extends WindowsProbe {

  private static final int END = 2 << 20;
  private static final String FOLDER = "C:/Program Files/Microsoft SQL Server/90/Shared/";
  private static final List<Question<FileContent>> PARTS =
      List.of(
          Question.tail(FOLDER + "SqlWriterLogger1.txt", END),
          Question.tail(FOLDER + "SqlWriterLogger.txt", END));
  private static final Question<RegistryKey> ZONE =
      Question.registry("HKLM\\SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation");
  private static final List<Question<?>> QUESTIONS = Questions.all(PARTS, List.of(ZONE));

  /** Made by {@code ServiceLoader}. */
  public SqlWriterLogProbe() {
    super(
        describe("guest.windows.sql-writer-log", WindowsVssFacts.SQL_WRITER_LOG)
            .withChecks("guest.windows.sql-writer-log")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<Question<?>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    List<FileContent> parts =
        PARTS.stream().map(part -> Seen.value(answers, part)).filter(Objects::nonNull).toList();
    if (parts.isEmpty() || Seen.refusal(answers, PARTS) != null) {
      return Seen.nothing(WindowsVssFacts.SQL_WRITER_LOG, answers, PARTS, FOLDER);
    }
    SqlWriterLog log = SqlWriterLogFile.read(parts, behindUtc(Seen.value(answers, ZONE)));
    return Observations.builder()
        .observed(
            WindowsVssFacts.SQL_WRITER_LOG, log, parts.get(parts.size() - 1).path(), log.newest())
        .build();
  }

  /** A signed number of minutes, which the registry shows as an unsigned one. */
  private static @Nullable Duration behindUtc(@Nullable RegistryKey zone) {
    if (zone == null || zone.number("ActiveTimeBias").isEmpty()) {
      return null;
    }
    int minutes = (int) zone.number("ActiveTimeBias").getAsLong();
    return Duration.ofMinutes(minutes);
  }
}
