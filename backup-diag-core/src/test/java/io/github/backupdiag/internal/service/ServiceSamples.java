package io.github.backupdiag.internal.service;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.fact.guest.WindowsServices;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Services that the tests of several topics share. */
public final class ServiceSamples {

  public static final String SYSTEM = "LocalSystem";
  public static final String NETWORK = "NT AUTHORITY\\NetworkService";

  private ServiceSamples() {}

  public static DiagnosticTester given(Diagnostic rule, WindowsService... services) {
    return DiagnosticTester.of(rule)
        .wordedBy()
        .given(
            WindowsServiceFacts.SERVICES,
            services(services),
            "HKLM\\SYSTEM\\CurrentControlSet\\Services");
  }

  public static WindowsServices services(WindowsService... services) {
    return new WindowsServices(List.of(services), List.of());
  }

  public static WindowsService service(
      String name, @Nullable Integer start, String account, @Nullable Integer state) {
    return new WindowsService(name, start, account, "", state);
  }
}
