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

  /** From here on the kernel gives ports to new connections; lower ones are those of services. */
  private static final int FIRST_FREE_PORT = 1024;

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

    Fit or(Fit other) {
      if (this == YES || other == YES) {
        return YES;
      }
      return this == NO ? other : this;
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
      case "-d", "--destination", "--dst" -> HostNetwork.any(value.split(",", -1));
      case "--dst-range" -> HostNetwork.any(new String[] {value});
      case "-p", "--protocol" ->
          Fit.of(Set.of("tcp", "all", "6", "0").contains(value.toLowerCase(Locale.ROOT)));
      case "--dport", "--dports", "--destination-port", "--destination-ports" ->
          Fit.of(anyPort(value.split(",", -1), port));
      case "--sport", "--sports", "--source-port", "--source-ports" ->
          ofService(value.split(",", -1));
      case "--uid-owner" -> root(value);
      case "--ctstate", "--state" -> Fit.of(List.of(value.split(",", -1)).contains("NEW"));
      case "--syn", "-4", "--ipv4" -> Fit.YES;
      case "-6", "--ipv6" -> Fit.NO;
      case "-o", "--out-interface" -> value.equals("lo") ? Fit.NO : Fit.PERHAPS;
      default -> Fit.PERHAPS;
    };
  }

  /** User ids, ranges of them and names; a name other than root is that of another user. */
  static Fit root(String users) {
    return Fit.of(users.equals("root") || users.matches("0(-\\d{1,10})?"));
  }

  /** A connection that begins here does not come from the port of a service. */
  static Fit ofService(String[] ports) {
    for (String each : ports) {
      String last = each.substring(Math.max(each.lastIndexOf(':'), each.lastIndexOf('-')) + 1);
      if (!last.matches("\\d{1,5}") || Integer.parseInt(last) >= FIRST_FREE_PORT) {
        return Fit.PERHAPS;
      }
    }
    return Fit.NO;
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
