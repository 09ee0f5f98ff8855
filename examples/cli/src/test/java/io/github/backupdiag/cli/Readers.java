package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.BackupDiagnosisBuilder;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.ProbeDescriptor;
import io.github.backupdiag.request.DiagnosisRequest;
import io.github.backupdiag.testkit.FakeGuest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Which probe reads which files of a guest, learnt by letting each look alone. */
final class Readers {

  private static final Clock MORNING =
      Clock.fixed(SampleRoot.RUN.plus(Duration.ofHours(6)), ZoneOffset.UTC);

  private final List<ProbeDescriptor> probes;

  /** Paths by probe: asked for by name, and found by a pattern. */
  private final Map<String, Set<String>> named = new TreeMap<>();

  private final Map<String, Set<String>> found = new TreeMap<>();

  private Readers(List<ProbeDescriptor> probes) {
    this.probes = probes;
  }

  static Readers of(Supplier<FakeGuest> guests) {
    Readers readers = new Readers(BackupDiagnosis.builder().build().probes());
    readers.probes.forEach(probe -> readers.listen(probe, guests.get()));
    return readers;
  }

  static BackupDiagnosisBuilder builder(FakeGuest guest) {
    return BackupDiagnosis.builder()
        .clock(MORNING)
        .executor(Runnable::run)
        .connect(GuestConnection.class, guest);
  }

  private void listen(ProbeDescriptor probe, FakeGuest guest) {
    BackupDiagnosisBuilder alone = builder(guest);
    probes.stream().filter(other -> other != probe).forEach(other -> alone.without(other.id()));
    alone.build().gather(DiagnosisRequest.healthCheck());
    Set<String> byName = named.computeIfAbsent(probe.id(), id -> new TreeSet<>());
    Set<String> byPattern = found.computeIfAbsent(probe.id(), id -> new TreeSet<>());
    for (Question<?> question : new HashSet<>(guest.asked())) {
      if (question instanceof Question.File file) {
        byName.add(file.path());
      } else if (question instanceof Question.Files files) {
        byPattern.addAll(matching(files, guest));
      }
    }
  }

  private static List<String> matching(Question.Files files, FakeGuest guest) {
    var answer = guest.ask(List.of(files), Duration.ofMinutes(1)).to(files);
    return answer instanceof Observed<?>
        ? ((Observed<io.github.backupdiag.guestaccess.FileContents>) answer)
            .value().files().stream().map(FileContent::path).toList()
        : List.of();
  }

  /** All files that any probe reads. */
  Set<String> files() {
    Set<String> files = new TreeSet<>();
    named.values().forEach(files::addAll);
    found.values().forEach(files::addAll);
    return files;
  }

  /** The other files that the readers of a file turn to by name. */
  Set<String> besides(String file) {
    Set<String> others = new TreeSet<>();
    named.forEach((probe, paths) -> others.addAll(reads(probe, file) ? paths : Set.of()));
    others.remove(file);
    return others;
  }

  private boolean reads(String probe, String file) {
    return named.getOrDefault(probe, Set.of()).contains(file)
        || found.getOrDefault(probe, Set.of()).contains(file);
  }

  /** Facts without those that hang on a file, so that their probes must look again. */
  FactSet known(FactSet facts, String file) {
    Set<FactKey<?>> hanging = new HashSet<>();
    for (ProbeDescriptor probe : probes) {
      if (reads(probe.id(), file)) {
        hanging.addAll(probe.provides());
      }
    }
    for (ProbeDescriptor probe : probes) {
      if (probe.needs().stream().anyMatch(hanging::contains)) {
        hanging.addAll(probe.provides());
      }
    }
    FactSet.Builder known = facts.toBuilder();
    hanging.forEach(known::remove);
    return known.build();
  }
}
