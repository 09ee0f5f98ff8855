package io.github.backupdiag.internal.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the event viewer and PowerShell write before a value of an event, in several languages. */
@SuppressWarnings("ImmutableEnumChecker") // The list is a copy.
enum EventLabel {
  /** Who wrote the event. */
  SOURCE(
      "source",
      "provider",
      "providername",
      "provider name",
      "event source",
      "quelle",
      "ereignisquelle",
      "source de l'événement",
      "origen",
      "origen del evento",
      "origine",
      "origine evento",
      "fonte",
      "fonte do evento",
      "origem",
      "origem do evento",
      "ソース",
      "イベント ソース",
      "원본",
      "이벤트 원본",
      "来源",
      "事件来源",
      "源",
      "來源",
      "事件來源"),

  /** Its number. */
  ID(
      "event id",
      "eventid",
      "id",
      "ereignis-id",
      "ereigniskennung",
      "ereignis id",
      "id de l'événement",
      "id d'événement",
      "id événement",
      "n° de l'événement",
      "id. del evento",
      "id del evento",
      "id. de evento",
      "id de evento",
      "id evento",
      "id do evento",
      "identificação do evento",
      "identificação de evento",
      "イベント id",
      "イベントid",
      "이벤트 id",
      "이벤트id",
      "事件 id",
      "事件id",
      "事件识别码",
      "事件識別碼"),

  /** When it was written. */
  TIME("timecreated", "timegenerated", "date", "datum", "fecha", "data", "日付", "날짜", "日期"),

  /** The log it was written to. */
  CHANNEL(
      "log name",
      "logname",
      "channel",
      "protokollname",
      "nom du journal",
      "nombre de registro",
      "nome do log",
      "nome registro",
      "ログの名前",
      "로그 이름",
      "日志名称",
      "記錄名稱"),

  /** Anything else. */
  NONE;

  private static final int LONGEST = 30;
  private static final Map<String, EventLabel> BY_NAME = byName();

  private final List<String> names;

  EventLabel(String... names) {
    this.names = List.of(names);
  }

  private static Map<String, EventLabel> byName() {
    Map<String, EventLabel> all = new HashMap<>();
    for (EventLabel label : values()) {
      label.names.forEach(name -> all.put(name, label));
    }
    return all;
  }

  /** Tells what a label names; French ones have a narrow blank behind them. */
  static EventLabel of(String label) {
    if (label.isEmpty() || label.length() > LONGEST) {
      return NONE;
    }
    String plain = label.replace('\u00a0', ' ').replace('\u202f', ' ').replace('\u2019', '\'');
    return BY_NAME.getOrDefault(plain.strip().toLowerCase(Locale.ROOT), NONE);
  }
}
