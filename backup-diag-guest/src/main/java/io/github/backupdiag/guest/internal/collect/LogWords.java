package io.github.backupdiag.guest.internal.collect;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.NoiseCondition;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.internal.parse.RunStart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes an old line of a long log worth keeping: all that the log probes look for. */
final class LogWords {

  private static final List<RunStart> STARTS =
      List.of(
          RunStart.AGENT, RunStart.EXTENSION, RunStart.WINDOWS_EXTENSION, RunStart.WINDOWS_AGENT);

  private final Set<String> words = new LinkedHashSet<>();

  private LogWords() {}

  /** Gives the words in ASCII, none of which holds another one. */
  static List<String> of(Catalog catalog, GuestOs.Family family) {
    Os os = family == GuestOs.Family.LINUX ? Os.LINUX : Os.WINDOWS;
    LogWords found = new LogWords();
    for (LogSignature signature : catalog.signatures()) {
      if (signature.os().contains(os)) {
        found.add(signature.literal());
        found.add(signature.noise());
      }
    }
    for (RunStart start : STARTS) {
      found.add(start.literal());
      start.confirmedBy().forEach(found::add);
    }
    return found.shortest();
  }

  private void add(@Nullable NoiseCondition noise) {
    if (noise != null) {
      add(noise.followedBy());
      add(noise.healedBy());
      noise.unlessFollowedBy().forEach(this::add);
    }
  }

  private void add(@Nullable String word) {
    if (word != null && !word.isBlank() && word.chars().allMatch(LogWords::isPlain)) {
      words.add(word);
    }
  }

  private static boolean isPlain(int c) {
    return c >= ' ' && c <= '~';
  }

  private List<String> shortest() {
    List<String> kept = new ArrayList<>();
    for (String word : words) {
      if (words.stream().noneMatch(other -> !other.equals(word) && word.contains(other))) {
        kept.add(word);
      }
    }
    return kept;
  }
}
