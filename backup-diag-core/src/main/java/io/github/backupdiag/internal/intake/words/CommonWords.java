package io.github.backupdiag.internal.intake.words;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Words that say little by themselves, and words that turn a sentence round, in the languages of
 * the catalog. Folded as the words of a text are. Scripts without blanks are seen two characters at
 * a time.
 */
public final class CommonWords {

  /** What a word does to a sentence. */
  public enum Kind {
    /** Holds a sentence together. */
    FUNCTION,
    /** Turns a statement round: "not", "no". */
    NEGATION,
    /** Says that something went wrong. */
    FAILURE,
    /** Says that all went well. */
    SUCCESS,
    /** Belongs to our field: no other program speaks of it. */
    TOPIC
  }

  private static final String FUNCTION =
      "a an the of to in on at by for from with and or as is are was were be been being it its this"
          + " that these those there which who has have had having do does did will would can could"
          + " may might must shall should if then than so but because due since while when also"
          + " into out up only any some all more most other same such you your we our they their i"
          + " my he she his her us them please"
          + " der die das dem den des ein eine einer eines einem einen und oder von vom zu zum zur"
          + " im am auf für mit bei aus an als ist sind war waren wird werden wurde wurden hat haben"
          + " sich es er sie wir ihr dass wenn weil da um durch über nach vor auch nur noch"
          + " le la les un une de du au aux et ou en dans sur par pour avec est sont a ont été être"
          + " que qui se ce cette ces son sa ses car l d s qu"
          + " il lo gli i uno di del dello della dei degli delle al alla nel nella da dal dalla con"
          + " su per tra che si sono stato stata era e ed perché"
          + " el los las y o unos unas del por para está están ha han fue fueron porque su sus"
          + " os as um uma do dos das no na nos nas ao à pelo pela com foi foram está são"
          + " het een van voor met op te zijn wordt worden werd is er om aan bij uit deze dit die dat"
          + " en och i på av för med till från att är var har den det de ett som om eller vid"
          + " w na z ze do dla od i oraz lub się jest są był była było być przez po przy który która"
          + " a v ve s se k ke na po pro při je jsou byl byla bylo být že který která aby"
          + " egy és az hogy van volt mert ha is el meg ki be"
          + " ve bir bu ile için olarak olan da de veya gibi kadar";

  private static final String NEGATION =
      "not no none never without cannot cant isn isnt doesn doesnt don dont didn didnt wasn wasnt"
          + " weren hasn hasnt haven couldn couldnt won wont aren arent nor neither"
          + " nicht kein keine keinen keinem keiner nie ohne"
          + " ne pas non aucun aucune sans jamais n"
          + " nessun nessuna senza mai sin ningún ninguna nunca não nao nem sem nenhum nenhuma"
          + " niet geen nooit zonder inte ingen inget inga ej aldrig utan"
          + " nie żaden żadna brak bez není neni nelze žádný žádné nebyl nebyla nebylo nejsou"
          + " nem nincs sem nélkül değil yok olmadan";

  private static final String FAILURE =
      "fail failed fails failing failure error errors unable insufficient inadequate invalid"
          + " unsupported unavailable unresponsive inaccessible bad incorrect corrupt corrupted"
          + " missing timeout timed exceeded denied refused impossible crashed stuck locked"
          + " fehler fehlgeschlagen fehlerhaft ungültig unzureichend gescheitert"
          + " échec échoué erreur impossible incorrect insuffisant introuvable invalide"
          + " errore errori riuscita impossibile fallita fallito insufficiente"
          + " erro falha falhou incorreto inválido insuficiente error errores"
          + " mislukt fout onjuist onvoldoende misslyckades fel felaktigt otillräckligt"
          + " powiodło powiodła niepowodzenie błąd błędu nieprawidłowy"
          + " selhalo selhala selhání chyba chybou chybě nezdařilo nezdařila nepovedla nepovedlo"
          + " sikertelen meghiúsult hiba hibás helytelen rossz"
          + " başarısız hata hatası kötü bozuk 失敗 失败 エラ 错误 錯誤 错誤 오류 실패 잘못 異常 异常";

  private static final String SUCCESS =
      "succeed succeeded succeeds success successful successfully completed finished"
          + " erfolgreich abgeschlossen réussi réussie réussite succès terminé terminée completato completata"
          + " successo éxito correctamente exitosa exitoso completado completada sucesso concluído"
          + " concluída geslaagd voltooid gelukt lyckades lyckats slutfördes slutförd"
          + " pomyślnie powodzeniem ukończono zakończono úspěšně úspěšná dokončeno dokončena"
          + " sikeres sikeresen sikerült befejeződött başarılı başarıyla tamamlandı"
          + " 成功 完了 완료 성공 已完 順利 顺利";

  private static final String TOPIC =
      "vm vms azure backup backups vss snapshot snapshots vmsnapshot bitlocker waagent bcdr hyperv"
          + " virtual vault recovery restorepoint prescript postscript pluginhost vhd vhds trusted"
          + " sicherung sicherungsvorgang momentaufnahme momentaufnahmevorgang wiederherstellung"
          + " wiederherstellungspunkt virtuelle virtueller tresor"
          + " sauvegarde capture instantanée virtuelle restauration coffre"
          + " ripristino virtuale insieme instantánea recuperación copia"
          + " instantâneo restauração cofre cópia aprovisionamento provisionamento"
          + " momentopname herstelpunt kluis virtuele opslagaccount"
          + " säkerhetskopiering säkerhetskopieringen ögonblicksbild virtuella återställning"
          + " migawka migawki zapasowej kopii wirtualna wirtualnej maszyny magazyn"
          + " zálohování záloha snímek snímku virtuální obnovení trezor"
          + " biztonsági pillanatkép virtuális visszaállítás tároló"
          + " yedekleme anlık sanal geri kasa"
          + " クア プシ 仮想 復元 备份 快照 虚拟 还原 備份 虛擬 還原 백업 스냅 냅샷 가상 복원";

  /** Scripts without blanks: each of these characters, or pairs, negates. */
  private static final String NEGATING_CHARACTERS = "不无無未没沒非않없못";

  private static final List<String> NEGATING_PAIRS = List.of("ない", "せん", "なか", "ずに");

  private CommonWords() {}

  /**
   * Gives the words of each kind.
   *
   * @return words in small letters, in a fixed order
   */
  public static Map<Kind, List<String>> byKind() {
    // In a fixed order: two builds number the words alike.
    Map<Kind, List<String>> words = new EnumMap<>(Kind.class);
    words.put(Kind.FUNCTION, list(FUNCTION));
    words.put(Kind.NEGATION, list(NEGATION));
    words.put(Kind.FAILURE, list(FAILURE));
    words.put(Kind.SUCCESS, list(SUCCESS));
    words.put(Kind.TOPIC, list(TOPIC));
    return words;
  }

  /**
   * Tells whether two neighbours of a script without blanks negate.
   *
   * @param first a letter
   * @param second the next one
   * @return true if they turn a statement round
   */
  public static boolean negates(char first, char second) {
    return NEGATING_CHARACTERS.indexOf(first) >= 0
        || NEGATING_CHARACTERS.indexOf(second) >= 0
        || NEGATING_PAIRS.contains("" + first + second);
  }

  /**
   * Tells whether two neighbours are mere grammar: Japanese endings and particles.
   *
   * @param first a letter
   * @param second the next one
   * @return true if both are syllables of the cursive kind
   */
  public static boolean isGrammar(char first, char second) {
    return isHiragana(first) && isHiragana(second);
  }

  private static boolean isHiragana(char c) {
    return c >= 0x3041 && c <= 0x309f;
  }

  private static List<String> list(String words) {
    return List.of(words.split(" ", -1));
  }
}
