package io.github.backupdiag.internal.vss;

import io.github.backupdiag.fact.guest.VssProvider;
import io.github.backupdiag.fact.guest.VssProviders;
import io.github.backupdiag.fact.guest.VssWriter;
import io.github.backupdiag.fact.guest.VssWriters;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsEvents;
import io.github.backupdiag.internal.rules.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Writers and events that the tests of this package and of the events share. */
public final class VssSamples {

  public static final Instant INSIDE = Samples.NIGHT.plus(Duration.ofMinutes(5));
  public static final Instant BEFORE = Samples.NIGHT.minus(Duration.ofDays(3));
  public static final String SQL = "a65faa63-5ea8-4ebc-9dbd-a0c4db26912a";
  public static final String SYSTEM = "e8132975-6f93-4464-a53e-1050253ae220";
  public static final String CLUSTER = "1072ae1c-e5a7-4ea1-9e4a-6f7964656570";

  private VssSamples() {}

  static VssWriter writer(String name, String id, int state, String error) {
    return new VssWriter(name, id, "", state, error, "", 3);
  }

  static VssWriters pasted(VssWriter... writers) {
    return new VssWriters("input", List.of(writers), false);
  }

  static VssWriters whole(VssWriter... writers) {
    return new VssWriters("vssadmin", List.of(writers), true);
  }

  static VssProviders providers(VssProvider... providers) {
    return new VssProviders("input", List.of(providers), false);
  }

  public static WindowsEvent event(String provider, int id, Instant time, String... data) {
    return new WindowsEvent(
        "Application", provider, id, time, List.of(data), "input", 7, provider + " " + id);
  }

  public static WindowsEvents events(WindowsEvent... events) {
    return new WindowsEvents(List.of(events), null, false);
  }
}
