package io.github.backupdiag.internal.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A last look at a finished output. It knows nothing of how the redactor works, only forms that no
 * output may hold; what it finds should have been hidden before, so finding something is a defect.
 */
public final class LastLook {

  private static final String TOKEN = "[redacted:late:";

  /** More of a value that was broken over two lines when it was laid out. */
  private static final String MORE = "(?:[ \\t\\r]*+\\n[ \\t]*+[A-Za-z0-9+/%_.~-]{24,}+={0,2}+)*+";

  private static final String VALUE = "([A-Za-z0-9+/%_.~-]{20,}+={0,2}+" + MORE + ")";

  private static final String IS =
      "(?:\\\\{0,8}=|%(?:25)*3[Dd]|\\\\{1,8}u003[Dd]|&#(?:61|x3[Dd]);)";

  /** A word that must occur, and the form it may belong to; the first group is the secret. */
  private record Form(List<String> words, Pattern pattern) {

    static Form of(String pattern, String... words) {
      return new Form(List.of(words), Pattern.compile(pattern));
    }

    boolean mayBeIn(String text) {
      return words.stream().anyMatch(text::contains);
    }
  }

  private static final List<Form> FORMS =
      List.of(
          Form.of("(?<![A-Za-z])[sS][iI][gG]" + IS + VALUE, "sig", "SIG", "Sig"),
          Form.of(
              "(?<![A-Za-z])(?i:AccountKey|SharedAccessKey|AccessKey)" + IS + VALUE,
              "Key",
              "key",
              "KEY"),
          Form.of("(?<![A-Za-z0-9+/])([A-Za-z0-9+/]{86}==)(?![A-Za-z0-9+/=])", "=="),
          Form.of("-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY((?s:.*+))", "PRIVATE KEY"),
          Form.of(
              "(eyJ[A-Za-z0-9_-]{10,}+\\.[A-Za-z0-9_-]{10,}+[A-Za-z0-9_.-]*+" + MORE + ")", "eyJ"),
          Form.of("(?i:Bearer) (?=[A-Za-z._~+/-]{0,99}[0-9])" + VALUE, "earer ", "EARER "),
          Form.of(
              "(?i:Password)(?:>|&gt;)(?!\\[redacted:)([^<&\\s][^<&\\n]{3,}+)(?:</|&lt;/)",
              "assword>",
              "assword&gt;",
              "ASSWORD>"),
          Form.of(
              "(?i:protectedSettings)(?:\\\\{0,8}+\"|&quot;)\\s*+:\\s*+(?:\\\\{0,8}+\"|&quot;)"
                  + VALUE,
              "rotectedSettings"));

  private final StringBuilder out = new StringBuilder();
  private final List<String> known = new ArrayList<>();

  private LastLook() {}

  /**
   * Hides what should have been hidden.
   *
   * @return the same instance when there was nothing
   */
  public static String at(String output) {
    String seen = output;
    LastLook look = new LastLook();
    for (Form form : FORMS) {
      if (form.mayBeIn(seen)) {
        seen = look.hide(seen, form.pattern());
      }
    }
    return seen;
  }

  private String hide(String text, Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    int done = 0;
    out.setLength(0);
    while (matcher.find()) {
      out.append(text, done, matcher.start(1)).append(token(matcher.group(1)));
      done = matcher.end(1);
    }
    return done == 0 ? text : out.append(text, done, text.length()).toString();
  }

  private String token(String secret) {
    int index = known.indexOf(secret);
    if (index < 0) {
      index = known.size();
      known.add(secret);
    }
    return TOKEN + (index + 1) + "]";
  }
}
