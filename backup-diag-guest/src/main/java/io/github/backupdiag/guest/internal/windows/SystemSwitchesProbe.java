package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads single values of Windows: whether a cluster is installed (guest.windows.cluster), whether
 * free blocks are trimmed (guest.windows.trim), and in how many bits .NET runs
 * (guest.windows.reg.enable64bit).
 */
public final class SystemSwitchesProbe extends WindowsProbe {

  private static final Question<RegistryKey> CLUSTER =
      Question.registry("HKLM\\SYSTEM\\CurrentControlSet\\Services\\ClusSvc");

  /** Here {@code fsutil behavior query DisableDeleteNotify} looks. */
  private static final Question<RegistryKey> FILE_SYSTEM =
      Question.registry("HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem");

  private static final Question<RegistryKey> DOTNET =
      Question.registry("HKLM\\SOFTWARE\\Microsoft\\.NETFramework");
  private static final List<Question<RegistryKey>> QUESTIONS =
      List.of(CLUSTER, FILE_SYSTEM, DOTNET);

  /** Made by {@code ServiceLoader}. */
  public SystemSwitchesProbe() {
    super(
        describe(
                "guest.windows.system-switches",
                WindowsVssFacts.CLUSTER_SERVICE,
                WindowsVssFacts.TRIM_SWITCHED_OFF,
                WindowsVssFacts.DOTNET_64BIT)
            .withChecks(
                "guest.windows.cluster", "guest.windows.trim", "guest.windows.reg.enable64bit")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<Question<RegistryKey>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    Observations.Builder facts = Observations.builder();
    if (answers.to(CLUSTER) instanceof Unavailable<RegistryKey> why) {
      facts.unavailable(WindowsVssFacts.CLUSTER_SERVICE, why.reason(), why.detail());
    } else {
      boolean installed = answers.to(CLUSTER) instanceof Observed;
      facts.observed(WindowsVssFacts.CLUSTER_SERVICE, installed, name(CLUSTER));
    }
    number(WindowsVssFacts.DOTNET_64BIT, answers, DOTNET, "Enable64Bit", facts);
    trim(answers, facts);
    return facts.build();
  }

  private static void trim(Answers answers, Observations.Builder facts) {
    RegistryKey key = Seen.value(answers, FILE_SYSTEM);
    if (key != null && key.complete() && key.number("DisableDeleteNotification").isEmpty()) {
      facts.observed(WindowsVssFacts.TRIM_SWITCHED_OFF, 0L, name(FILE_SYSTEM));
    } else {
      number(
          WindowsVssFacts.TRIM_SWITCHED_OFF,
          answers,
          FILE_SYSTEM,
          "DisableDeleteNotification",
          facts);
    }
  }

  private static void number(
      FactKey<Long> fact,
      Answers answers,
      Question<RegistryKey> key,
      String value,
      Observations.Builder facts) {
    if (answers.to(key) instanceof Unavailable<RegistryKey> why) {
      facts.unavailable(fact, why.reason(), why.detail());
      return;
    }
    OptionalLong number =
        answers.to(key) instanceof Absent
                || !(answers.to(key) instanceof Observed<RegistryKey> seen)
            ? OptionalLong.empty()
            : seen.value().number(value);
    if (number.isPresent()) {
      facts.observed(fact, number.getAsLong(), name(key));
    } else {
      facts.absent(fact, name(key));
    }
  }

  private static String name(Question<RegistryKey> key) {
    return ((Question.Registry) key).key();
  }
}
