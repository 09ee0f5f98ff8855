package io.github.backupdiag.linear;

/** A text that counts how often one looks at its characters, and gives up at a limit. */
final class CountedText implements CharSequence {

  private final String text;
  private final long most;
  private long looks;

  CountedText(String text, long most) {
    this.text = text;
    this.most = most;
  }

  long looks() {
    return looks;
  }

  @Override
  public char charAt(int index) {
    if (++looks > most) {
      throw new TooManyLooksException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  /** The search was stopped. */
  static final class TooManyLooksException extends RuntimeException {

    private static final long serialVersionUID = 1;
  }
}
