package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.VssWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blocks of {@code diskshadow}, {@code list writers status}: symbols and codes, not translated.
 */
final class DiskshadowWriters {

  private static final Pattern STATE = Pattern.compile("(\\d{1,2}) \\(VSS_WS_\\w{1,40}\\)");
  private static final Pattern CODE = Pattern.compile("(0[xX]\\p{XDigit}{8}) \\((\\w{1,60})\\)");

  private DiskshadowWriters() {}

  static List<VssWriter> parse(List<TextLine> lines) {
    List<VssWriter> writers = new ArrayList<>();
    Block block = null;
    for (TextLine line : lines) {
      if (line.text().startsWith("* WRITER")) {
        add(block, writers);
        block = new Block(line);
      } else if (block != null) {
        block.read(line.text());
      }
    }
    add(block, writers);
    return writers;
  }

  private static void add(@org.jspecify.annotations.Nullable Block block, List<VssWriter> writers) {
    if (block != null && block.state >= 0) {
      writers.add(block.writer());
    }
  }

  /** One writer as it is read. */
  private static final class Block {

    final long line;
    final String name;
    final List<String> ids = new ArrayList<>();
    int state = -1;
    String code = "";
    String symbol = "";

    Block(TextLine head) {
      line = head.number();
      String quoted = Quoted.atEnd(head.text());
      name = quoted == null ? "" : quoted;
    }

    void read(String text) {
      Matcher stateIn = STATE.matcher(text);
      Matcher codeIn = CODE.matcher(text);
      Matcher idIn = Guid.PATTERN.matcher(text);
      if (stateIn.find()) {
        state = Integer.parseInt(stateIn.group(1));
      } else if (codeIn.find()) {
        code = codeIn.group(1).toLowerCase(Locale.ROOT);
        symbol = codeIn.group(2);
      } else if (idIn.find()) {
        ids.add(Guid.lower(idIn.group(1)));
      }
    }

    VssWriter writer() {
      return new VssWriter(
          name,
          ids.isEmpty() ? "" : ids.get(0),
          ids.size() < 2 ? "" : ids.get(1),
          state,
          code,
          symbol,
          line);
    }
  }
}
