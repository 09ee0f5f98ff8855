package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.RoomLeft;
import io.github.backupdiag.fact.guest.ShadowCopies;
import io.github.backupdiag.fact.guest.ShadowStorage;
import io.github.backupdiag.fact.guest.ShadowStorages;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.internal.event.AgreeingCodes;
import io.github.backupdiag.internal.event.EventEvidence;
import io.github.backupdiag.internal.event.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The storage of shadow copies is full or cannot grow, or a volume has as many copies as it may
 * have (guest.windows.vss.shadow-storage, guest.windows.disk.free). Windows deletes the oldest copy
 * to make room, so that a full storage is common on healthy servers; an event of the driver has to
 * say that room was missing.
 */
public final class ShadowCopyStorageFull implements Diagnostic {

  private static final Set<Integer> NO_ROOM = Set.of(2, 22, 23, 24, 25, 35, 36, 38, 39, 41);
  private static final int NO_STORAGE = 4001;
  private static final int MOST = 3;

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vss.shadow-copy-storage-full", "shadow-copy-storage-full")
          .helpful(
              WindowsVssFacts.SHADOW_STORAGE,
              GuestFacts.ROOM,
              WindowsFacts.EVENTS,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES,
              BackupFacts.WINDOW)
          .on(GuestOs.Family.WINDOWS)
          .checks(
              "guest.windows.vss.shadow-storage",
              "guest.windows.disk.free",
              "guest.windows.event.volsnap");

  /** Made by {@code ServiceLoader}. */
  public ShadowCopyStorageFull() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    ShadowStorages storages = facts.value(WindowsVssFacts.SHADOW_STORAGE);
    Moment listed = listed(facts);
    if (storages == null || listed == Moment.OUTSIDE) {
      return Verdict.inconclusive(Phrase.of("because.shadow-copy-storage-full.not-seen"));
    }
    List<Evidence> found = new ArrayList<>(full(facts, storages));
    found.addAll(withoutRoom(facts, storages));
    List<WindowsEvent> events = EventEvidence.in(facts, ShadowCopyStorageFull::saysSo);
    if (found.isEmpty()) {
      return events.isEmpty() && listed == Moment.AT_FAILURE && storages.whole()
          ? Verdict.ruledOut(
              When.NOW, evidence(facts, Phrase.of("evidence.shadow-copy-storage-full.room"), 0))
          : Verdict.inconclusive(Phrase.of("because.shadow-copy-storage-full.room"));
    }
    List<Evidence> codes = AgreeingCodes.in(facts, Writers.CODES::contains);
    Moment moment = EventEvidence.best(facts, events);
    found.addAll(EventEvidence.of(events));
    if (events.isEmpty() || (moment != Moment.AT_FAILURE && codes.isEmpty())) {
      return Verdict.inconclusive(Phrase.of("because.shadow-copy-storage-full.alone"))
          .hinting(found);
    }
    found.addAll(codes);
    return Verdict.likely(moment.when(), found.toArray(Evidence[]::new));
  }

  private static boolean saysSo(WindowsEvent event) {
    return (event.isBy("volsnap") && NO_ROOM.contains(event.id()))
        || (event.isBy("VSS") && event.id() == NO_STORAGE);
  }

  private static List<Evidence> full(Facts facts, ShadowStorages storages) {
    List<Evidence> full = new ArrayList<>();
    for (ShadowStorage storage : storages.storages()) {
      if (storage.isFull() && full.size() < MOST) {
        full.add(
            evidence(
                facts,
                Phrase.of("evidence.shadow-copy-storage-full.full", "volume", storage.volume()),
                storage.line()));
      }
    }
    for (ShadowCopies copies : storages.copies()) {
      if (copies.count() >= ShadowCopies.MOST && full.size() < 2 * MOST) {
        full.add(
            evidence(
                facts,
                Phrase.of(
                    "evidence.shadow-copy-storage-full.many",
                    "volume",
                    copies.volume(),
                    "count",
                    String.valueOf(copies.count())),
                0));
      }
    }
    return full;
  }

  /** A storage below its limit cannot grow either where its volume has no room for a piece. */
  private static List<Evidence> withoutRoom(Facts facts, ShadowStorages storages) {
    List<RoomLeft> rooms = facts.value(GuestFacts.ROOM);
    return rooms == null
        ? List.of()
        : rooms.stream()
            .filter(room -> room.usableBytes() < ShadowStorage.PIECE && holds(room, storages))
            .limit(MOST)
            .map(ShadowCopyStorageFull::noRoom)
            .toList();
  }

  private static boolean holds(RoomLeft room, ShadowStorages storages) {
    String volume = room.path().replace("/", "");
    return storages.storages().stream().anyMatch(one -> one.storedOn().equalsIgnoreCase(volume));
  }

  private static Evidence noRoom(RoomLeft room) {
    return Evidence.of(
            GuestFacts.ROOM,
            Phrase.of(
                "evidence.shadow-copy-storage-full.no-room",
                "volume",
                room.path(),
                "megabytes",
                String.valueOf(room.usableBytes() / 1_000_000)))
        .withPlace(room.path(), 0);
  }

  private static Moment listed(Facts facts) {
    Instant at =
        facts.get(WindowsVssFacts.SHADOW_STORAGE) instanceof Observed<ShadowStorages> seen
            ? seen.at()
            : null;
    return Moment.of(at, facts.value(BackupFacts.WINDOW));
  }

  private static Evidence evidence(Facts facts, Phrase text, long line) {
    Evidence evidence = Evidence.of(WindowsVssFacts.SHADOW_STORAGE, text);
    return facts.get(WindowsVssFacts.SHADOW_STORAGE) instanceof Observed<ShadowStorages> seen
        ? evidence.withPlace(seen.value().source(), line).withTime(seen.at())
        : evidence;
  }
}
