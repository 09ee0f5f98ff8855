package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text in which labels may announce a code, a message or advice, as when somebody copies the error
 * pane of the portal. Advice ends at the next label or at two blank lines.
 */
final class LabelledText {

  private static final String COLONS = ":：\t";

  private final PayloadBuilder out;
  private final List<Section> sections = new ArrayList<>();

  private LabelledText(PayloadBuilder out) {
    this.out = out;
  }

  /** Lines below one label, or below none. */
  private record Section(@Nullable Label label, List<Line> lines) {

    String text() {
      return Line.joined(lines).strip();
    }
  }

  static void read(List<Line> lines, PayloadBuilder out) {
    LabelledText text = new LabelledText(out);
    int blanks = 0;
    for (Line line : lines) {
      blanks = line.isBlank() ? blanks + 1 : 0;
      text.add(line, blanks > 1);
    }
    text.tell();
  }

  private void add(Line line, boolean apart) {
    Label alone = Label.of(trimmed(line.text()));
    int colon = colon(line.text());
    Label before = alone != null || colon < 0 ? alone : Label.of(line.text().substring(0, colon));
    if (before != null) {
      String rest = alone != null ? "" : line.text().substring(colon + 1);
      begin(before, new Line(rest, line.number()));
    } else if (sections.isEmpty() || apart || isOver(line)) {
      begin(null, line);
    } else {
      last().lines().add(line);
    }
  }

  private static String trimmed(String text) {
    String bare = text.strip();
    boolean colon = !bare.isEmpty() && COLONS.indexOf(bare.charAt(bare.length() - 1)) >= 0;
    return colon ? bare.substring(0, bare.length() - 1) : bare;
  }

  private static int colon(String text) {
    for (int i = 0; i < Math.min(text.length(), 60); i++) {
      if (COLONS.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** All but advice and messages is one line long. */
  private boolean isOver(Line line) {
    Label label = last().label();
    boolean ending =
        label != null && (label == Label.MESSAGE ? line.isBlank() : label != Label.ADVICE);
    return ending && !last().text().isEmpty();
  }

  private Section last() {
    return sections.get(sections.size() - 1);
  }

  private void begin(@Nullable Label label, Line first) {
    if (label != null || sections.isEmpty() || last().label() != null) {
      sections.add(new Section(label, new ArrayList<>()));
    }
    last().lines().add(first);
  }

  private void tell() {
    boolean page = has(Label.CODE) || (has(Label.MESSAGE) && has(Label.ADVICE));
    out.kind(page ? Kind.ERROR_PAGE : Kind.TEXT);
    int incident = Passage.NO_INCIDENT;
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      if (page && (incident == Passage.NO_INCIDENT || isNext(section, i))) {
        incident = incident(i);
      }
      tell(section, incident, page);
    }
  }

  private boolean has(Label label) {
    return sections.stream()
        .anyMatch(section -> section.label() == label && !section.text().isEmpty());
  }

  /** True where another VM begins behind a code. */
  private boolean isNext(Section section, int at) {
    return section.label() == Label.VM
        && before(at, Label.VM)
        && before(at, Label.CODE)
        && after(at);
  }

  private boolean before(int to, Label label) {
    return sections.subList(0, to).stream().anyMatch(section -> section.label() == label);
  }

  private boolean after(int from) {
    return sections.subList(from, sections.size()).stream()
        .anyMatch(section -> section.label() == Label.CODE);
  }

  private int incident(int from) {
    ResourceIds ids = new ResourceIds();
    Instant at = null;
    for (int i = from; i < sections.size(); i++) {
      Section section = sections.get(i);
      if (i > from && isNext(section, i)) {
        break;
      }
      String text = section.text();
      ids.scan(text);
      ids.orVm(section.label() == Label.VM ? name(text) : "");
      ids.orVault(section.label() == Label.VAULT ? name(text) : "");
      at = at == null && section.label() == Label.TIME ? Times.of(text) : at;
    }
    return out.incident(at, ids);
  }

  /** A sentence is no name. */
  private static String name(String text) {
    return text.matches("[\\p{L}\\p{N}._-]{1,90}") ? text : "";
  }

  private void tell(Section section, int incident, boolean page) {
    Role role = section.label() == null ? Role.FREE : role(section.label(), section.text(), page);
    String path = section.label() == null ? "" : section.label().name().toLowerCase(Locale.ROOT);
    out.passage(incident, role, path, first(section), section.text());
  }

  private static Role role(Label label, String text, boolean page) {
    return switch (label) {
      case CODE -> text.indexOf(' ') < 0 ? Role.ERROR_CODE : Role.FREE;
      case MESSAGE -> page ? Role.MESSAGE : Role.FREE;
      case ADVICE -> Role.RECOMMENDATION;
      default -> Role.FREE;
    };
  }

  private static int first(Section section) {
    return section.lines().stream()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse(section.lines().get(0))
        .number();
  }
}
