package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.VssProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blocks of {@code vssadmin list providers} in any language: a name in quotes, its type, a GUID
 * at the end of a line, and a dotted number at the end of the next.
 */
public final class VssProviderList {

  private static final Pattern ID = Pattern.compile(Guid.FORM + "$");
  private static final Pattern VERSION = Pattern.compile("[:\uff1a]\\s*(\\d+(?:\\.\\d+){1,4})$");
  private static final Map<String, Integer> TYPES =
      Map.of(
          "system", 1,
          "システム", 1,
          "software", 2,
          "ソフトウェア", 2,
          "hardware", 3,
          "ハードウェア", 3,
          "file share", 4,
          "fileshare", 4,
          "dateifreigabe", 4);

  private VssProviderList() {}

  /**
   * Finds the providers of a text.
   *
   * @param text any text
   * @return in its order, empty if it lists none
   */
  public static List<VssProvider> parse(String text) {
    List<TextLine> lines = TextLine.of(text);
    List<VssProvider> providers = new ArrayList<>();
    for (int i = 1; i + 1 < lines.size(); i++) {
      Matcher id = ID.matcher(lines.get(i).text());
      Matcher version = VERSION.matcher(lines.get(i + 1).text());
      if (id.find() && version.find()) {
        providers.add(provider(lines, i, id.group(1), version.group(1)));
      }
    }
    return providers;
  }

  private static VssProvider provider(List<TextLine> lines, int at, String id, String version) {
    TextLine above = lines.get(at - 1);
    String quoted = Quoted.atEnd(above.text());
    TextLine head = quoted == null && at > 1 ? lines.get(at - 2) : above;
    String name = Quoted.atEnd(head.text());
    String type = quoted == null ? above.value() : null;
    return new VssProvider(
        name == null ? "" : name,
        Guid.lower(id),
        type == null ? 0 : TYPES.getOrDefault(type.toLowerCase(Locale.ROOT), 0),
        version,
        head.number());
  }
}
