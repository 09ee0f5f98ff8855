package io.github.backupdiag.internal.intake.words;

/**
 * Words of everyday speech in the languages with blanks that the catalog is written in. The texts
 * of the catalog are terse, so that such words are rare in them, though they tell nothing.
 */
public final class OrdinaryWords {

  private static final String ENGLISH =
      "able about above across actually after again against ago almost along already although always"
          + " another anybody anyone anything anyway appear around ask away back basically become"
          + " before begin behind best better between both bring call came clear come common"
          + " completely consider continue correct correctly course create created currently day"
          + " days different done down during each early easy either else end ended enough especially"
          + " etc even ever every everyone everything exactly example exist exists expect expected"
          + " explain fact far few find fine finish first following follow found further general get"
          + " gets getting give given go goes going gone good got great guess happen happened"
          + " happens hello help hence here hope hour hours how however idea important include"
          + " indeed instead interesting issue just keep kind knew know known large last late later"
          + " latest least left less let like likely little long look looks lot made main make makes"
          + " many matter maybe mean means mention mind minute minutes moment month months morning"
          + " most much myself namely near nearly need needed needs never new next nice night nobody"
          + " nothing now occur occurs often okay old once one ones onto other others otherwise ought"
          + " ourselves over own part particular past people perhaps person place possible previous"
          + " previously probably problem problems put question questions quite rather real really"
          + " reason recent recently regard regards related remain result right run said same saw"
          + " say says second see seem seems seen several shall short show shows similar simple"
          + " simply small solve solved somebody someone something sometimes somewhere soon sorry"
          + " sort still stuff suddenly sure take taken takes talk tell than thank thanks that them"
          + " thing things think third though thought three through till today together told"
          + " tomorrow tonight too took toward towards tried true try trying turn twice two under"
          + " understand until unless upon use used useful uses usual usually various very via want"
          + " wants way week weeks well went what whatever where whether which while whole whom"
          + " whose why within wonder word work worked working works world worse year years yes"
          + " yesterday yet";

  private static final String GERMAN =
      "mehr schon immer wieder sehr viel viele vielen alle allen aller alles etwas nichts hier dort"
          + " heute gestern morgen jetzt dann danach seit bis gut neu neue neuen neuer neues alt alte"
          + " alten erst erste ersten letzte letzten ganz mal mehrere mehreren möglich bitte danke"
          + " hallo problem frage kann können konnte könnte muss müssen musste sollte soll will"
          + " wollen machen macht gemacht geht gehen kommt kommen gibt geben haben hatte hatten"
          + " worden sein seine mein meine meinem unser unsere unserem diese dieser dieses diesem"
          + " diesen jede jeder jedes jedem andere anderen anderer immer leider seitdem davon dazu"
          + " damit daher deshalb sondern aber doch denn ob wie wo was wer welche welcher welches"
          + " einmal zweimal tag tage tagen woche wochen nacht monat jahr";

  private OrdinaryWords() {}

  /**
   * Gives the words, with those that hold sentences together or turn them round.
   *
   * @return words in small letters with blanks between them
   */
  public static String all() {
    StringBuilder words = new StringBuilder(ENGLISH).append(' ').append(GERMAN);
    for (CommonWords.Kind kind :
        new CommonWords.Kind[] {CommonWords.Kind.FUNCTION, CommonWords.Kind.NEGATION}) {
      CommonWords.byKind()
          .getOrDefault(kind, java.util.List.of())
          .forEach(w -> words.append(' ').append(w));
    }
    return words.toString();
  }
}
