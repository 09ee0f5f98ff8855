package io.github.backupdiag.internal.intake;

import io.github.backupdiag.internal.intake.payload.Passage;
import io.github.backupdiag.internal.intake.payload.Payload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The passages of a payload by the failure they belong to. What belongs to none, or to several, is
 * read with each of them; of much such text beside many failures only the beginning is.
 */
public final class Apportioned {

  private final Payload payload;
  private final Map<Integer, List<Integer>> own = new HashMap<>();
  private final Map<Integer, Passage> shared = new HashMap<>();
  private final List<Integer> sharedPlaces = new ArrayList<>();
  private int left;
  private boolean cut;

  /**
   * Sorts the passages.
   *
   * @param payload the input
   */
  public Apportioned(Payload payload) {
    this.payload = payload;
    this.left = Recognition.LIMIT / Math.max(1, payload.incidents().size());
    for (int i = 0; i < payload.passages().size(); i++) {
      Passage passage = payload.passages().get(i);
      if (passage.incident() == Passage.NO_INCIDENT) {
        share(i, passage);
      } else {
        own.computeIfAbsent(passage.incident(), incident -> new ArrayList<>()).add(i);
      }
    }
  }

  private void share(int place, Passage passage) {
    String text = passage.text();
    String part = text.substring(0, Math.min(left, text.length()));
    cut |= part.length() < text.length();
    left -= part.length();
    if (!part.isBlank()) {
      sharedPlaces.add(place);
      shared.put(
          place,
          new Passage(passage.incident(), passage.role(), passage.path(), passage.line(), part));
    }
  }

  /**
   * Gives what says something of one failure.
   *
   * @param incident number of the failure
   * @return the payload with the passages of that failure and those of none, in their order
   */
  public Payload of(int incident) {
    List<Integer> places = new ArrayList<>(own.getOrDefault(incident, List.of()));
    places.addAll(sharedPlaces);
    places.sort(null);
    List<Passage> passages = new ArrayList<>();
    for (Integer place : places) {
      Passage passage = shared.get(place);
      passages.add(passage == null ? payload.passages().get(place) : passage);
    }
    return payload.with(passages, payload.problems());
  }

  /**
   * Gives what was left out.
   *
   * @return one line each, may be empty
   */
  public List<String> problems() {
    return cut
        ? List.of("much text belongs to no failure: only its beginning was read with each")
        : List.of();
  }
}
