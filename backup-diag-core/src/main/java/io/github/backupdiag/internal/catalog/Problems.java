package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.CatalogException;
import io.github.backupdiag.internal.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a catalog, so that its author sees all of it at once. */
final class Problems {

  private static final int MOST = 50;

  private final Set<String> found = new LinkedHashSet<>();

  void add(Place place, String what) {
    found.add(place + ": " + what);
  }

  /** Those that nobody will see get no suggestion: to seek one among many thousand ids is dear. */
  void unknown(Place place, String kind, String id, Collection<String> known) {
    String suggestion = found.size() < MOST ? Nearest.suggestion(id, known) : "";
    add(place, kind + " '" + id + "' is not defined" + suggestion);
  }

  void unreadable(String message) {
    found.add(message);
  }

  void throwIfAny() {
    if (found.size() > MOST) {
      List<String> first = new ArrayList<>(List.copyOf(found).subList(0, MOST));
      first.add((found.size() - MOST) + " more problems are not listed; mend these first");
      throw new CatalogException(first);
    }
    if (!found.isEmpty()) {
      throw new CatalogException(List.copyOf(found));
    }
  }

  /**
   * Where an entry stands.
   *
   * @param file name of the document
   * @param line from 1
   */
  record Place(String file, int line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }
}
