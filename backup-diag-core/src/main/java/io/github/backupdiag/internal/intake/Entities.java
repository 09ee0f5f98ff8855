package io.github.backupdiag.internal.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Named HTML entities: those of Latin letters, blanks, quotes and dashes. */
final class Entities {

  static final int LONGEST_NAME = 8;

  private static final String LATIN_1 =
      "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute"
          + " icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute"
          + " ucirc uuml yacute thorn yuml";

  private static final String OTHERS =
      "amp=& lt=< gt=> quot=\" apos=' szlig=ß nbsp=\u00a0 ensp=\u2002 emsp=\u2003 shy=\u00ad"
          + " zwnj=\u200c zwj=\u200d lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ laquo=« raquo=»"
          + " ndash=– mdash=— hellip=… middot=· bull=• iexcl=¡ iquest=¿ colon=: comma=, period=."
          + " newline=\n tab=\t aogon=ą eogon=ę cacute=ć nacute=ń sacute=ś zacute=ź zdot=ż lstrok=ł"
          + " ccaron=č dcaron=ď ecaron=ě ncaron=ň rcaron=ř scaron=š tcaron=ť zcaron=ž uring=ů"
          + " odblac=ő udblac=ű gbreve=ğ scedil=ş inodot=ı imath=ı idot=i oelig=œ";

  private static final Map<String, Character> BY_NAME = byName();

  private Entities() {}

  /** Gives the character of a name in any case (letters come in lower case), or -1. */
  static int character(String name) {
    Character found = BY_NAME.get(name.toLowerCase(Locale.ROOT));
    return found == null ? -1 : found;
  }

  private static Map<String, Character> byName() {
    Map<String, Character> named = new HashMap<>();
    char letter = 'à';
    for (String name : LATIN_1.split(" ", -1)) {
      named.put(name, letter++);
    }
    // Split at a plain space only: some values are blanks themselves.
    for (String pair : OTHERS.split(" ", -1)) {
      int equals = pair.indexOf('=');
      named.put(pair.substring(0, equals), pair.charAt(equals + 1));
    }
    return named;
  }
}
