package io.github.backupdiag.internal.intake.payload;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the labels of the portal's error pane announce, in the languages of the portal. */
enum Label {
  CODE(
      "error code|errorcode|code|error id|fehlercode|エラーコード|오류 코드|오류코드|錯誤碼|錯誤代碼|错误代码|错误码"
          + "|code d'erreur|code d’erreur|código de error|codice errore|código de erro"),
  MESSAGE(
      "error message|errormessage|message|error|error details|error"
          + " description|fehlermeldung|fehler|エラーメッセージ|오류 메시지|오류메시지|錯誤訊息|错误消息|错误信息|message"
          + " d'erreur|message d’erreur|mensaje de error|messaggio di errore|mensagem de erro"),
  ADVICE(
      "recommended action|recommended actions|recommendation|recommendations|possible causes"
          + "|possible cause|recommended steps|next steps|resolution|empfohlene aktion"
          + "|empfohlene aktionen|empfohlene maßnahme|empfohlene maßnahmen|empfehlung|empfehlungen"
          + "|mögliche ursachen|推奨される操作|推奨されるアクション|推奨事項|推奨される対処法|考えられる原因"
          + "|권장 조치|권장 작업|권장 사항|권장조치|가능한 원인|建議的動作|建議動作|建議|可能的原因|建议的操作|推荐操作"
          + "|建议操作|建议|可能原因|action recommandée|actions recommandées|causes possibles"
          + "|acciones recomendadas|azioni consigliate|ações recomendadas"),
  VM(
      "vm|vm name|virtual machine|virtual machine name|workload name|workloadname|backup item"
          + "|backup item name|item name|protected item|computer|virtueller computer|仮想マシン|가상 머신|虛擬機器|虚拟机"
          + "|machine virtuelle"),
  VAULT(
      "vault|vault name|recovery services vault|tresor|recovery services-tresor|資格情報コンテナー"
          + "|자격 증명 모음|保存庫|保管库|coffre"),
  TIME("end time|endtime|failed at|fired time|time|endzeit|終了時刻|종료 시간|結束時間|结束时间");

  private static final Map<String, Label> BY_NAME = byName();

  private final String names;

  Label(String names) {
    this.names = names;
  }

  private static Map<String, Label> byName() {
    Map<String, Label> byName = new TreeMap<>();
    for (Label label : values()) {
      for (String name : label.names.split("\\|", -1)) {
        byName.put(name.replace(" ", ""), label);
      }
    }
    return Map.copyOf(byName);
  }

  /** Gives the label that a text is, in any case and with any blanks, or null. */
  static @Nullable Label of(String text) {
    return text.length() > 60
        ? null
        : BY_NAME.get(text.replaceAll("[\\s>*#•|]", "").toLowerCase(Locale.ROOT));
  }
}
