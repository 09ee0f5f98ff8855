package io.github.backupdiag.internal.parse;

import java.util.List;

/**
 * Recognises how Python speaks of a call that does not fit what is called: too many or too few
 * arguments, or a name that is not there. A value that is missing ({@code NoneType}) is none.
 */
public final class CallMismatch {

  private static final List<String> SIGNS =
      List.of(
          "positional argument",
          "takes exactly ",
          "takes at least ",
          "takes at most ",
          "takes no arguments",
          "unexpected keyword argument",
          "required keyword-only argument",
          "cannot import name",
          "has no attribute");

  private static final String NOTHING = "'NoneType' object";

  private CallMismatch() {}

  /**
   * Looks for such words.
   *
   * @param text the text of an exception, or a line that holds it
   * @return true if it speaks of such a call
   */
  public static boolean isIn(String text) {
    return !text.contains(NOTHING) && SIGNS.stream().anyMatch(text::contains);
  }
}
