package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Tells that the guest is Windows, and which (guest.windows.os). */
public final class OsProbe implements GuestProbe {

  private static final Question<RegistryKey> VERSION =
      Question.registry("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion");
  private static final List<Question<PathEntry>> FOLDERS =
      Questions.stats("C:/Windows/System32", "C:/WindowsAzure");
  private static final List<Question<?>> QUESTIONS = Questions.all(List.of(VERSION), FOLDERS);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.windows.os", GuestFacts.OS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.windows.os")
          .withAccessNeeds(Questions.needs(QUESTIONS))
          .withCost(ProbeDescriptor.Cost.MODERATE);

  /** Made by {@code ServiceLoader}. */
  public OsProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return Questions.open(QUESTIONS, soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    RegistryKey key = Seen.value(answers, VERSION);
    if (key != null) {
      return observed(named(key), "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion");
    }
    for (Question<PathEntry> folder : FOLDERS) {
      PathEntry entry = Seen.value(answers, folder);
      if (entry != null) {
        return observed(windows("", ""), entry.path());
      }
    }
    return Seen.nothing(GuestFacts.OS, answers, FOLDERS, "C:/Windows/System32");
  }

  /** Before Windows 10 the version is a text, since then it is two numbers. */
  private static GuestOs named(RegistryKey key) {
    String version =
        key.number("CurrentMajorVersionNumber").isPresent()
            ? key.number("CurrentMajorVersionNumber").getAsLong()
                + "."
                + key.number("CurrentMinorVersionNumber").orElse(0)
            : key.text("CurrentVersion").orElse("");
    String build = key.text("CurrentBuildNumber").orElse("");
    return windows(
        version.isEmpty() || build.isEmpty() ? version : version + "." + build,
        key.text("ProductName").orElse(""));
  }

  private static GuestOs windows(String version, String name) {
    return new GuestOs(GuestOs.Family.WINDOWS, "windows", version, List.of(), name);
  }

  private static Observations observed(GuestOs os, String source) {
    return Observations.builder().observed(GuestFacts.OS, os, source).build();
  }
}
