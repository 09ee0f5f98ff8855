package io.github.backupdiag.internal.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One firewall rule in the words of iptables, as far as it concerns a new connection of root to the
 * host address.
 *
 * @param target where it leads, empty if nowhere
 * @param fit whether the connection is one of those that it means
 * @param line line number from 1
 * @param text the rule
 */
record PacketRule(String target, Fit fit, int line, String text) {

  private static final String HOST = "168.63.129.16";

  /** Whether a rule means a connection. */
  enum Fit {
    YES,
    NO,
    /** It depends on what is not known, such as the interface. */
    PERHAPS;

    Fit and(Fit other) {
      if (this == NO || other == NO) {
        return NO;
      }
      return this == YES ? other : this;
    }

    Fit negated(boolean negate) {
      return !negate || this == PERHAPS ? this : this == YES ? NO : YES;
    }

    static Fit of(boolean fits) {
      return fits ? YES : NO;
    }
  }

  /** Reads the arguments of a rule, behind the name of its chain. */
  static PacketRule iptables(List<String> words, int port, int line, String text) {
    Fit fit = Fit.YES;
    String target = "";
    boolean negate = false;
    int at = 0;
    while (at < words.size() && target.isEmpty()) {
      String word = words.get(at++);
      if (word.equals("!")) {
        negate = true;
        continue;
      }
      if (at < words.size() && words.get(at).equals("!")) {
        negate = true;
        at++;
      }
      boolean hasValue = at < words.size() && !isFlag(words.get(at)) && isFlag(word);
      String value = hasValue ? words.get(at++) : "";
      if (word.equals("-j") || word.equals("-g") || word.equals("--jump")) {
        target = value;
      } else {
        fit = fit.and(fit(word, value, port).negated(negate));
        negate = false;
      }
    }
    return new PacketRule(target, fit, line, text);
  }

  private static boolean isFlag(String word) {
    return word.startsWith("-");
  }

  private static Fit fit(String word, String value, int port) {
    return switch (word) {
      case "-m", "--match", "--comment", "--reject-with" -> Fit.YES;
      case "-d", "--destination" -> Fit.of(holds(value));
      case "-p", "--protocol" ->
          Fit.of(Set.of("tcp", "all", "6", "0").contains(value.toLowerCase(Locale.ROOT)));
      case "--dport", "--dports", "--destination-port", "--destination-ports" ->
          Fit.of(anyPort(value.split(",", -1), port));
      case "--uid-owner" -> Fit.of(value.equals("0") || value.equals("root"));
      case "--ctstate", "--state" -> Fit.of(List.of(value.split(",", -1)).contains("NEW"));
      case "--syn" -> Fit.YES;
      case "-o", "--out-interface" -> value.equals("lo") ? Fit.NO : Fit.PERHAPS;
      default -> Fit.PERHAPS;
    };
  }

  /** Whether an address or network holds the host address. */
  static boolean holds(String network) {
    int slash = network.indexOf('/');
    String address = slash < 0 ? network : network.substring(0, slash);
    String mask = slash < 0 ? "32" : network.substring(slash + 1);
    long bits = mask.indexOf('.') >= 0 ? number(mask) : prefix(mask);
    long own = number(address);
    return own >= 0 && bits >= 0 && (own & bits) == (number(HOST) & bits);
  }

  private static long prefix(String digits) {
    if (!digits.matches("\\d{1,2}") || Integer.parseInt(digits) > 32) {
      return -1;
    }
    return (0xFFFF_FFFFL << (32 - Integer.parseInt(digits))) & 0xFFFF_FFFFL;
  }

  private static long number(String dotted) {
    String[] parts = dotted.split("\\.", -1);
    long number = parts.length == 4 ? 0 : -1;
    for (String part : number < 0 ? new String[0] : parts) {
      if (!part.matches("\\d{1,3}") || Integer.parseInt(part) > 255) {
        return -1;
      }
      number = number << 8 | Integer.parseInt(part);
    }
    return number;
  }

  /** Whether a list of ports and ranges, {@code 80}, {@code 80:90} or {@code 80-90}, holds one. */
  static boolean anyPort(String[] ports, int port) {
    for (String each : ports) {
      String[] range = each.strip().split("[:-]", -1);
      if (range[0].equals("http") && port == 80) {
        return true;
      }
      if (range[0].matches("\\d{1,5}") && range[range.length - 1].matches("\\d{1,5}")) {
        int from = Integer.parseInt(range[0]);
        int to = Integer.parseInt(range[range.length - 1]);
        if (from <= port && port <= to) {
          return true;
        }
      }
    }
    return false;
  }

  /** Splits as a shell would; quotes keep words together. */
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    boolean any = false;
    for (char c : (line + " ").toCharArray()) {
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
        word.append(quote == 0 ? "" : String.valueOf(c));
      } else if (c == '"' || c == '\'') {
        quote = c;
        any = true;
      } else if (c == ' ' || c == '\t') {
        if (any || word.length() > 0) {
          words.add(word.toString());
        }
        word.setLength(0);
        any = false;
      } else {
        word.append(c);
      }
    }
    return words;
  }
}
