package io.github.backupdiag.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds pieces of many secrets in long texts, in one pass. */
final class Canaries {

  private static final int PIECE = 8;

  private final Map<String, Plant> pieces = new HashMap<>();

  Canaries(Collection<Plant> plants) {
    for (Plant plant : plants) {
      for (int i = 0; i + PIECE <= plant.secret().length(); i++) {
        pieces.put(plant.secret().substring(i, i + PIECE), plant);
      }
    }
  }

  /** What of the secrets a text shows, with the text that held it. */
  List<String> in(String text) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i + PIECE <= text.length() && shown.size() < 5; i++) {
      String piece = text.substring(i, i + PIECE);
      Plant plant = pieces.get(piece);
      if (plant != null) {
        shown.add(piece + " of " + plant.text());
      }
    }
    return shown;
  }
}
