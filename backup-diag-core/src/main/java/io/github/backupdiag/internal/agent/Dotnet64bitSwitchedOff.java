package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsVssFacts;

/**
 * .NET was told to run programs in 32 bits (guest.windows.reg.enable64bit, which proves), so that
 * the agent, which needs 64, cannot load. The value is absent on most guests, which means 64.
 */
public final class Dotnet64bitSwitchedOff implements Diagnostic {

  private static final String KEY = "HKLM\\SOFTWARE\\Microsoft\\.NETFramework";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.agent.dotnet-64bit-switched-off", "dotnet-64bit-switched-off")
          .needs(WindowsVssFacts.DOTNET_64BIT)
          .on(GuestOs.Family.WINDOWS)
          .checks("guest.windows.reg.enable64bit");

  /** Made by {@code ServiceLoader}. */
  public Dotnet64bitSwitchedOff() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    Long value = facts.value(WindowsVssFacts.DOTNET_64BIT);
    return value != null && value == 0
        ? Verdict.certain(When.NOW, evidence("off").withExcerpt("Enable64Bit = 0"))
        : Verdict.ruledOut(When.NOW, evidence("on"));
  }

  private static Evidence evidence(String state) {
    return Evidence.of(
            WindowsVssFacts.DOTNET_64BIT, Phrase.of("evidence.dotnet-64bit-switched-off." + state))
        .withPlace(KEY, 0);
  }
}
