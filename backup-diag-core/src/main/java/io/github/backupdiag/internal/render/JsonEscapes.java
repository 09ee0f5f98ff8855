package io.github.backupdiag.internal.render;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/** Also escapes what JSON allows but a terminal or a reader of lines would act on. */
final class JsonEscapes extends CharacterEscapes {

  private static final long serialVersionUID = 1L;

  private static final int[] ASCII = ascii();

  @Override
  public int[] getEscapeCodesForAscii() {
    return ASCII;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int c) {
    if (Character.isSurrogate((char) c) || !Visible.acts(c)) {
      return null;
    }
    String hex = Integer.toHexString(c);
    return new SerializedString("\\u" + "0".repeat(4 - hex.length()) + hex);
  }

  private static int[] ascii() {
    int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
    codes[0x7F] = CharacterEscapes.ESCAPE_STANDARD;
    return codes;
  }
}
