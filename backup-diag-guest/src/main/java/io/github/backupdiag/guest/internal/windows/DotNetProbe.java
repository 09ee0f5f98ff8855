package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.DotNetRelease;
import io.github.backupdiag.fact.guest.MachineConfig;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.MachineConfigFile;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.List;

/**
 * Reads release and configuration of the .NET Framework (guest.windows.dotnet,
 * guest.windows.machine-config, guest.windows.gac-storage).
 */
public final class DotNetProbe extends WindowsProbe {

  private static final String KEY = "HKLM\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP";
  private static final String FOLDER = "C:/Windows/Microsoft.NET/Framework64/v4.0.30319";
  private static final String CONFIG_FILE = FOLDER + "/Config/machine.config";
  private static final String CACHE = "C:/Windows/Microsoft.NET/assembly/GAC_MSIL";
  private static final Question<RegistryKey> VERSIONS = Question.registry(KEY, 2);
  private static final Question<FileContent> CONFIG = Question.file(CONFIG_FILE);

  /** A library of the framework itself: where it is, files that are not there are missing. */
  private static final Question<PathEntry> FRAMEWORK = Question.stat(FOLDER + "/clr.dll");

  private static final Question<PathEntries> ASSEMBLY =
      Question.listing(CACHE + "/Microsoft.WindowsAzure.Storage");
  private static final List<Question<?>> QUESTIONS =
      List.of(VERSIONS, CONFIG, FRAMEWORK, ASSEMBLY, WholeWindows.KERNEL);

  /** Made by {@code ServiceLoader}. */
  public DotNetProbe() {
    super(
        describe(
                "guest.windows.dotnet",
                WindowsSetupFacts.DOTNET,
                WindowsSetupFacts.MACHINE_CONFIG,
                WindowsSetupFacts.STORAGE_ASSEMBLY)
            .withChecks(
                "guest.windows.dotnet", "guest.windows.machine-config", "guest.windows.gac-storage")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    Observations.Builder seen = Observations.builder();
    release(answers, seen);
    config(answers, seen);
    Unavailable<?> why = Seen.refusal(answers, List.of(ASSEMBLY, FRAMEWORK));
    if (why != null || Seen.value(answers, FRAMEWORK) == null) {
      Unavailable<?> reason = why == null ? WholeWindows.part(answers) : why;
      seen.unavailable(WindowsSetupFacts.STORAGE_ASSEMBLY, reason.reason(), reason.detail());
    } else {
      seen.observed(WindowsSetupFacts.STORAGE_ASSEMBLY, Seen.paths(answers, ASSEMBLY), CACHE);
    }
    return seen.build();
  }

  private static void release(Answers answers, Observations.Builder seen) {
    RegistryKey versions = Seen.value(answers, VERSIONS);
    RegistryKey full = versions == null ? null : versions.key("v4\\Full").orElse(null);
    if (full != null) {
      String key = KEY + "\\v4\\Full";
      DotNetRelease release =
          new DotNetRelease(full.number("Release").orElse(0), full.text("Version").orElse(""), key);
      seen.observed(WindowsSetupFacts.DOTNET, release, key);
    } else if (versions != null && versions.complete() && !versions.keys().isEmpty()) {
      seen.observed(WindowsSetupFacts.DOTNET, new DotNetRelease(0, "", KEY), KEY);
    } else {
      Unavailable<?> why = Seen.refusal(answers, List.of(VERSIONS));
      Unavailable<?> reason = why == null ? WholeWindows.notRecorded(KEY) : why;
      seen.unavailable(WindowsSetupFacts.DOTNET, reason.reason(), reason.detail());
    }
  }

  private static void config(Answers answers, Observations.Builder seen) {
    FileContent file = Seen.value(answers, CONFIG);
    MachineConfig config =
        file == null ? null : MachineConfigFile.parse(file.path(), file.text(), file.isComplete());
    Unavailable<?> why = Seen.refusal(answers, List.of(CONFIG, FRAMEWORK));
    if (config != null) {
      seen.observed(WindowsSetupFacts.MACHINE_CONFIG, config, config.path());
    } else if (why == null && file == null && Seen.value(answers, FRAMEWORK) != null) {
      seen.observed(
          WindowsSetupFacts.MACHINE_CONFIG,
          new MachineConfig(MachineConfig.State.MISSING, CONFIG_FILE, 0, ""),
          FOLDER);
    } else {
      Unavailable<?> reason = why == null ? WholeWindows.part(answers) : why;
      seen.unavailable(WindowsSetupFacts.MACHINE_CONFIG, reason.reason(), reason.detail());
    }
  }
}
