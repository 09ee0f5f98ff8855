package io.github.backupdiag.internal.redact;

import org.jspecify.annotations.Nullable;

/**
 * Passwords that a command takes by their place or by an option of one letter, which mean a
 * password for that command alone: {@code curl -u user:…}, {@code az login -p …}, {@code sshpass
 * -p}, {@code net user name …}, {@code cmdkey /pass:…}, {@code ConvertTo-SecureString …}.
 */
final class CommandLines {

  private static final String SECURE_STRING = "convertto-securestring";
  private static final int LONGEST_PIPED = 256;

  /** A command of more words is none. */
  private static final int MOST_WORDS = 200;

  private final PlainText text;
  private final Spans found;

  private CommandLines(PlainText text, Spans found) {
    this.text = text;
    this.found = found;
  }

  static void scan(PlainText text, Spans found) {
    new CommandLines(text, found).run();
  }

  private void run() {
    for (int i = 0; i < text.length(); i++) {
      if (!Ascii.isAlphanumeric(text.at(i - 1))) {
        switch (Ascii.lower(text.at(i))) {
          case 'a' -> login(i, "az");
          case 'd' -> login(i, "docker");
          case 'c' -> ofC(i);
          case 's' -> option(i, "sshpass", "-p", false);
          case 'n' -> netUser(i);
          default -> {}
        }
      }
    }
  }

  private void ofC(int i) {
    secureString(i);
    for (String option : new String[] {"-u", "--user", "--proxy-user"}) {
      option(i, "curl", option, true);
    }
    Words words = command(i, "cmdkey");
    for (int n = 0; words != null && n < MOST_WORDS && words.advance(); n++) {
      if (text.hasWord(words.start(), "/pass:")) {
        hide(words.start() + 6, words.end());
      }
    }
  }

  private @Nullable Words command(int i, String name) {
    if (!text.hasWord(i, name)) {
      return null;
    }
    int end = i + name.length();
    return new Words(text, text.hasWord(end, ".exe") ? end + 4 : end);
  }

  private void login(int i, String name) {
    Words words = command(i, name);
    boolean login = false;
    for (int n = 0; words != null && n < MOST_WORDS && words.advance(); n++) {
      if (login && words.is("-p") && words.advance()) {
        hide(words.start(), words.end());
      }
      login |= words.is("login");
    }
  }

  private void option(int i, String name, String option, boolean afterColon) {
    Words words = command(i, name);
    for (int n = 0; words != null && n < MOST_WORDS && words.advance(); n++) {
      boolean glued =
          option.length() == 2
              && words.end() - words.start() > 2
              && text.hasWord(words.start(), option);
      int skip = glued ? 2 : 0;
      if (glued || (words.is(option) && words.advance())) {
        int from = words.start() + skip;
        hide(afterColon ? colon(from, words.end()) + 1 : from, words.end());
      }
    }
  }

  /** The colon between user and password, or the end; that of an address is none. */
  private int colon(int from, int end) {
    int i = from;
    while (i < end && text.at(i) != ':') {
      i++;
    }
    return text.hasWord(i, "://") ? end : i;
  }

  private void netUser(int i) {
    Words words = command(i, "net");
    if (words != null && words.advance() && words.is("user") && words.advance()) {
      boolean password = words.advance() && "/*".indexOf(text.at(words.start())) < 0;
      if (password) {
        hide(words.start(), words.end());
      }
    }
  }

  private void secureString(int i) {
    Words words = command(i, SECURE_STRING);
    if (words == null) {
      return;
    }
    piped(i);
    while (words.advance()) {
      if (text.at(words.start()) != '-') {
        hide(words.start(), words.end());
        return;
      }
    }
  }

  /** {@code 'password' | ConvertTo-SecureString}. */
  private void piped(int command) {
    int i = blanksBefore(command);
    if (text.at(i - 1) != '|') {
      return;
    }
    int close = blanksBefore(i - 1) - 1;
    char quote = text.at(close);
    int open = close - 1;
    while (open >= 0 && close - open < LONGEST_PIPED && text.at(open) != quote) {
      open--;
    }
    if (Ascii.isQuote(quote) && text.at(open) == quote) {
      hide(open + 1, close);
    }
  }

  private int blanksBefore(int index) {
    int i = index;
    while (Ascii.isBlank(text.at(i - 1))) {
      i--;
    }
    return i;
  }

  private void hide(int start, int end) {
    if (start < end && text.at(start) != '$' && !Harmless.isPlaceholder(text, start, end)) {
      found.add(start, end, Kind.PASSWORD);
    }
  }
}
