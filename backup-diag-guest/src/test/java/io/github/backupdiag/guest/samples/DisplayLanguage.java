package io.github.backupdiag.guest.samples;

import java.nio.charset.Charset;
import java.util.List;

/**
 * A display language of Windows: the code page of its console and the words of its commands. The
 * shapes are those of knowledge/windows-vss.json, as are the words of English, German and Japanese;
 * the other words are ours, since what is read must not depend on them.
 */
enum DisplayLanguage {
  ENGLISH(
      "437",
      "Writer name: '%s'|Writer Id|Writer Instance Id|State|Last error",
      "Stable|Failed|No error|Non-retryable error",
      "Shadow Copy Storage association|For volume|Shadow Copy Storage volume",
      "Used Shadow Copy Storage space|Allocated Shadow Copy Storage space|Maximum Shadow Copy"
          + " Storage space|%d.%02d GB (%d%%)",
      "SID Found: %s.|The writer's timeout expired"),
  GERMAN(
      "850",
      "Verfassername: \"%s\"|Verfasserkennung|Verfasserinstanzkennung|Status|Letzter Fehler",
      "Stabil|Fehlgeschlagen|Kein Fehler|Nicht wiederholbarer Fehler",
      "Schattenkopie-Speicherzuordnung|Für Volume|Schattenkopie-Speichervolume",
      "Verwendeter Schattenkopie-Speicherplatz|Zugewiesener Schattenkopie-Speicherplatz|Maximaler"
          + " Schattenkopie-Speicherplatz|%d,%02d GB (%d%%)",
      "SID gefunden: %s.|Zeitüberschreitung beim Verfasser"),
  FRENCH(
      "850",
      "Nom du rédacteur : « %s »|ID du rédacteur|ID d'instance du rédacteur|État|Dernière erreur",
      "Stable|Échec|Pas d'erreur|Erreur définitive",
      "Association de stockage|Pour le volume|Volume de stockage",
      "Espace utilisé|Espace alloué|Espace maximal|%d,%02d Go (%d%%)",
      "SID trouvé : %s.|Le délai du rédacteur est écoulé"),
  JAPANESE(
      "932",
      "ライター名: '%s'|ライター Id|ライター インスタンス Id|状態|最後のエラー",
      "安定|失敗|エラーなし|再試行できないエラー",
      "シャドウ コピーの記憶域の関連付け|対象ボリューム|記憶域ボリューム",
      "使用領域|割り当て領域|最大領域|%d.%02d GB (%d%%)",
      "SID が見つかりました: %s。|ライターがタイムアウトしました"),
  POLISH(
      "852",
      "Nazwa składnika zapisywania: \"%s\"|Identyfikator składnika|Identyfikator"
          + " wystąpienia|Stan|Ostatni błąd",
      "Stabilny|Niepowodzenie|Brak błędu|Błąd bez ponawiania",
      "Skojarzenie magazynu|Dla woluminu|Wolumin magazynu",
      "Używane miejsce|Przydzielone miejsce|Maksymalne miejsce|%d,%02d GB (%d%%)",
      "Znaleziono identyfikator SID: %s.|Upłynął limit czasu składnika"),
  KOREAN(
      "949",
      "작성기 이름: '%s'|작성기 Id|작성기 인스턴스 Id|상태|마지막 오류",
      "안정|실패|오류 없음|다시 시도할 수 없는 오류",
      "섀도 복사본 저장소 연결|대상 볼륨|저장소 볼륨",
      "사용된 공간|할당된 공간|최대 공간|%d.%02d GB (%d%%)",
      "SID를 찾았습니다: %s.|작성기 시간이 초과되었습니다"),
  CHINESE(
      "936",
      "编写器名称: “%s”|编写器 Id|编写器实例 Id|状态|上一个错误",
      "稳定|失败|无错误|不可重试错误",
      "卷影副本存储关联|对于卷|存储卷",
      "已用空间|已分配空间|最大空间|%d.%02d GB (%d%%)",
      "找到 SID: %s。|编写器超时");

  private final String page;
  private final List<String> writer;
  private final List<String> state;
  private final List<String> storage;
  private final List<String> sizes;
  private final List<String> others;

  DisplayLanguage(
      String page, String writer, String state, String storage, String sizes, String others) {
    this.page = page;
    this.writer = words(writer);
    this.state = words(state);
    this.storage = words(storage);
    this.sizes = words(sizes);
    this.others = words(others);
  }

  private static List<String> words(String joined) {
    return List.of(joined.split("\\|", -1));
  }

  /** The number that the registry names. */
  String page() {
    return page;
  }

  /** A text as a program writes it to a pipe. */
  byte[] printed(String text) {
    String name = page.startsWith("9") ? "ms" + page : "IBM" + page;
    return text.replace("\n", "\r\n").getBytes(Charset.forName(name));
  }

  /** One block of {@code vssadmin list writers}. */
  String writer(String name, String id, int number) {
    int failed = number == 1 ? 0 : 1;
    return String.format(writer.get(0), name)
        + ("\n   " + writer.get(1) + ": {" + id + "}\n   " + writer.get(2))
        + (": {11112222-3333-4444-8555-" + id.substring(24) + "}\n   " + writer.get(3))
        + (": [" + number + "] " + state.get(failed) + "\n   " + writer.get(4))
        + (": " + state.get(2 + failed) + "\n\n");
  }

  /** One block of {@code vssadmin list shadowstorage}; sizes in hundredths of a GB. */
  String storage(String volume, int used, int most) {
    return (storage.get(0) + "\n   " + storage.get(1) + ": " + volume)
        + ("\n   " + storage.get(2) + ": " + volume)
        + size(0, used)
        + size(1, most)
        + (size(2, most) + "\n\n");
  }

  private String size(int label, int hundredths) {
    return "\n   "
        + (sizes.get(label) + ": ")
        + String.format(sizes.get(3), hundredths / 100, hundredths % 100, hundredths / 100);
  }

  /** What {@code icacls /findsid} says of a path whose rights name the account. */
  String found(String path) {
    return String.format(others.get(0), path) + "\n";
  }

  /** What an event about a writer that ran out of time says beside its number. */
  String lateWriter() {
    return others.get(1);
  }
}
