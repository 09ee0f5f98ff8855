package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.ShadowCopies;
import io.github.backupdiag.fact.guest.ShadowStorage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of {@code vssadmin list shadowstorage} in any language: two volumes, then three sizes
 * in the order used, set aside, limit. Also counts what {@code vssadmin list shadows} lists.
 */
public final class ShadowStorageList {

  private static final Pattern VOLUME =
      Pattern.compile("(?:\\(([A-Za-z]:)\\)\\s?)?\\\\\\\\\\?\\\\Volume" + Guid.FORM);
  private static final Pattern COPY =
      Pattern.compile("\\\\Device\\\\HarddiskVolumeShadowCopy\\d{1,9}");
  private static final int SIZES = 3;

  private ShadowStorageList() {}

  /**
   * Finds the storages of a text.
   *
   * @param text any text
   * @return in its order, empty if it lists none
   */
  public static List<ShadowStorage> parse(String text) {
    List<TextLine> lines = TextLine.of(text);
    List<ShadowStorage> storages = new ArrayList<>();
    for (int i = 0; i + 1 + SIZES < lines.size(); i++) {
      String volume = volume(lines.get(i));
      String storedOn = volume(lines.get(i + 1));
      if (volume != null && storedOn != null && areSizes(lines, i + 2)) {
        storages.add(storage(volume, storedOn, lines, i));
        i += 1 + SIZES;
      }
    }
    return storages;
  }

  /**
   * Counts the shadow copies of a text.
   *
   * @param text any text
   * @return by volume, in the order of the text
   */
  public static List<ShadowCopies> copies(String text) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    String volume = null;
    for (TextLine line : TextLine.of(text)) {
      String named = volume(line);
      volume = named == null ? volume : named;
      if (volume != null && COPY.matcher(line.text()).find()) {
        counts.merge(volume, 1, Integer::sum);
        volume = null;
      }
    }
    return counts.entrySet().stream()
        .map(count -> new ShadowCopies(count.getKey(), count.getValue()))
        .toList();
  }

  private static ShadowStorage storage(
      String volume, String storedOn, List<TextLine> lines, int at) {
    PrintedSize limit = size(lines.get(at + 1 + SIZES));
    return new ShadowStorage(
        volume,
        storedOn,
        bytes(size(lines.get(at + 2))),
        bytes(size(lines.get(at + 3))),
        bytes(limit),
        limit == null ? null : limit.percent(),
        lines.get(at).number());
  }

  /** The first two always hold a number; the limit may be a word. */
  private static boolean areSizes(List<TextLine> lines, int at) {
    return size(lines.get(at)) != null
        && size(lines.get(at + 1)) != null
        && lines.get(at + 2).value() != null
        && volume(lines.get(at + 2)) == null;
  }

  private static @Nullable PrintedSize size(TextLine line) {
    String value = line.value();
    return value == null ? null : PrintedSize.parse(value);
  }

  private static @Nullable Long bytes(@Nullable PrintedSize size) {
    return size == null ? null : size.bytes();
  }

  private static @Nullable String volume(TextLine line) {
    Matcher volume = VOLUME.matcher(line.text());
    if (!volume.find()) {
      return null;
    }
    String letter = volume.group(1);
    return letter == null ? Guid.lower(volume.group(2)) : letter.toUpperCase(java.util.Locale.ROOT);
  }
}
