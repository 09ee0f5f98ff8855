package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Events of Windows as its event viewer saves them. Read by their tags, since a piece of a file is
 * no document that a parser would accept. Critical events and errors are failures.
 */
final class EventXml implements TextForm {

  private static final Pattern EVENT = Pattern.compile("<Event[ >]", Pattern.CASE_INSENSITIVE);
  private static final Pattern END = Pattern.compile("</Event>", Pattern.CASE_INSENSITIVE);
  private static final Pattern LEVEL = Pattern.compile("<Level>\\s*(\\d)\\s*</Level>");
  private static final Pattern TIME = Pattern.compile("SystemTime=[\"']([^\"']{1,60})[\"']");
  private static final Pattern TEXT =
      Pattern.compile("<(Message|Data)(?:\\s+Name=[\"']([^\"']{1,100})[\"'])?\\s*>([^<]+)</");

  @Override
  public boolean begins(List<Line> lines, int from) {
    String first = lines.get(from).text();
    return first.indexOf('<') >= 0 && EVENT.matcher(first).find();
  }

  @Override
  public int read(List<Line> lines, int from, Walk walk) {
    walk.out().kind(Kind.WINDOWS_EVENTS);
    int end = end(lines, from);
    if (end < 0) {
      walk.out().problems().add("line " + lines.get(from).number() + ": the event has no end");
    }
    int to = end < 0 ? lines.size() : end;
    events(lines.subList(from, to), walk.out());
    return to;
  }

  /** Gives the first line behind the end of an event, or -1. */
  private static int end(List<Line> lines, int from) {
    for (int at = from; at < lines.size(); at++) {
      if (lines.get(at).text().indexOf('<') >= 0 && END.matcher(lines.get(at).text()).find()) {
        return at + 1;
      }
    }
    return -1;
  }

  private static void events(List<Line> lines, PayloadBuilder out) {
    String text = Line.joined(lines);
    Matcher begin = EVENT.matcher(text);
    Matcher end = END.matcher(text);
    int line = lines.get(0).number();
    int from = 0;
    while (from < text.length() && begin.find(from)) {
      line += lineEnds(text, from, begin.start());
      int to = end.find(begin.start()) ? end.end() : text.length();
      event(text.substring(begin.start(), to), line, out);
      line += lineEnds(text, begin.start(), to);
      from = to;
    }
  }

  private static int lineEnds(String text, int from, int to) {
    return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
  }

  private static void event(String xml, int line, PayloadBuilder out) {
    Matcher level = LEVEL.matcher(xml);
    if (level.find() && !"12".contains(level.group(1))) {
      return;
    }
    Matcher time = TIME.matcher(xml);
    Instant at = time.find() ? Times.of(time.group(1)) : null;
    ResourceIds ids = new ResourceIds();
    ids.scan(xml);
    int incident = out.incident(at, ids);
    Matcher part = TEXT.matcher(xml);
    while (part.find()) {
      text(part, incident, line, out);
    }
  }

  private static void text(Matcher part, int incident, int line, PayloadBuilder out) {
    String text = unescaped(part.group(3)).strip();
    boolean message = part.group(1).equals("Message");
    String name = part.group(2) == null ? part.group(1) : part.group(2);
    if (message || Roles.isDetail(text)) {
      out.passage(incident, message ? Role.MESSAGE : Role.DETAIL, "Event." + name, line, text);
    }
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#xD;", "")
        .replace("&#xA;", "\n")
        .replace("&amp;", "&");
  }
}
