package io.github.backupdiag.internal.pseudonym;

import io.github.backupdiag.fact.guest.ServiceAccount;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Replaces the names of a customer's things in texts, by their form and by the fields in which they
 * stand. First everything is shown to {@link #learn}, then {@link #replace} knows every name. What
 * is the same everywhere stays: addresses and accounts of the platform, names of handlers, ids of
 * VSS writers and event providers, paths, codes. Not thread-safe.
 */
final class Pseudonyms {

  private static final String NAME = "([A-Za-z0-9_.()-]{1,90})";

  private static final Pattern GUID =
      Pattern.compile(
          "(?<![0-9A-Za-z-])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Za-z-])");

  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,5}");

  private static final Pattern GROUP =
      Pattern.compile("(?i)((?:/|%2F)resourceGroups(?:/|%2F))" + NAME);

  private static final Pattern RESOURCE =
      Pattern.compile(
          "(?i)(/providers/[A-Za-z.]{1,60}/)([A-Za-z]{1,40})/"
              + NAME
              + "(?:/([A-Za-z]{1,40})/"
              + NAME
              + ")?");

  private static final Pattern STORAGE =
      Pattern.compile(
          "(?i)(?<![A-Za-z0-9.-])([A-Za-z0-9-]{3,63}(?:\\.z[0-9]{1,2})?)"
              + "(\\.(?:blob|queue|file|table|dfs|web|vault)\\.[A-Za-z0-9.-]{5,60})");

  private static final Pattern PRIVATE_HOST =
      Pattern.compile(
          "(?i)(?<![A-Za-z0-9./\\\\_-])([A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,4}"
              + "\\.(?:local|lan|corp|internal|intra|intranet|cloudapp\\.net|cloudapp\\.azure\\.com))"
              + "(?![A-Za-z0-9_-])");

  private static final Pattern LOGGING_HOST =
      Pattern.compile(
          "(?m)^((?:[A-Z][a-z]{2} [ 0-3][0-9] [0-9:]{8}|[0-9]{4}-[0-9]{2}-[0-9]{2}T\\S{8,40})"
              + " )([A-Za-z0-9][A-Za-z0-9.-]{0,62})(?= [A-Za-z][A-Za-z0-9_./-]{1,40}(?:\\[[0-9]{1,7}])?:)");

  private static final Pattern NAMED_HOST =
      Pattern.compile(
          "(?i)((?:hostname|host name|computername|computer name|machinename|machine name"
              + "|<computer>|roleinstancename)[\"']?\\s{0,2}[:=>]?\\s{0,2}[\"']?)([A-Za-z0-9][A-Za-z0-9-]{0,62})");

  private static final Pattern HOME =
      Pattern.compile(
          "(?i)((?<![A-Za-z0-9.-])(?:/home/|[A-Z]:[\\\\/]{1,4}Users[\\\\/]{1,4}))([A-Za-z0-9_.$-]{1,64})");

  private static final Pattern USER =
      Pattern.compile(
          "(?i)((?:\\binvalid user |\\bfor user |\\buser(?:name)?=|\\bruser=|\\blogname=|Accepted publickey for "
              + "|Accepted password for |\\bUSER=)[\"']?)([A-Za-z_][A-Za-z0-9_.-]{0,63})");

  private static final Pattern WORD =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_-]{1,78}[A-Za-z0-9])");

  private static final Set<String> NO_USERS =
      Set.of("public", "default", "all", "root", "system", "nobody", "daemon", "localsystem");

  /** Last names of fields whose whole text is the name of such a thing. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("vm", "vm"),
          Map.entry("vault", "vault"),
          Map.entry("resourcegroup", "group"),
          Map.entry("host", "host"),
          Map.entry("hostname", "host"),
          Map.entry("computer", "host"),
          Map.entry("computername", "host"),
          Map.entry("machinename", "host"),
          Map.entry("user", "user"),
          Map.entry("username", "user"),
          Map.entry("owner", "user"),
          Map.entry("account", "account"),
          Map.entry("accounts", "account"));

  private static final String OUR_GUID = "00000000-0000-4000-8000-";

  private final Names names = new Names();
  private final Addresses addresses = new Addresses(names);
  private final Map<String, String> guids = new HashMap<>();

  /** Looks at a text for names; numbers follow the order in which texts are shown. */
  void learn(String fields, String text) {
    shaped(named(fields, text));
  }

  /** Gives a text in which every name that was learned has its pseudonym. */
  String replace(String fields, String text) {
    String named = named(fields, text);
    String shaped = addresses.replace(shaped(named));
    return WORD.matcher(shaped).replaceAll(this::word);
  }

  private String word(MatchResult match) {
    String pseudonym = names.anywhere(match.group());
    return java.util.regex.Matcher.quoteReplacement(pseudonym == null ? match.group() : pseudonym);
  }

  private String named(String fields, String text) {
    String[] path = fields.split("/", -1);
    String last = path[path.length - 1].toLowerCase(Locale.ROOT);
    String above = path.length < 2 ? "" : path[path.length - 2].toLowerCase(Locale.ROOT);
    String kind = FIELDS.get(last.equals("name") && above.equals("accounts") ? above : last);
    if (kind == null || text.isBlank() || text.length() > 255 || text.indexOf('/') >= 0) {
      return text;
    }
    return kind.equals("account")
        ? account(text)
        : kind.equals("user") ? user(text) : names.of(kind, text);
  }

  /** {@code DOMAIN\name}, {@code .\name}; those of Windows itself stay. */
  private String account(String text) {
    int slash = text.indexOf('\\');
    boolean own =
        slash > 0
            && ServiceAccount.of(text) == ServiceAccount.OTHER
            && !text.toLowerCase(Locale.ROOT).startsWith("nt ")
            && !text.toLowerCase(Locale.ROOT).startsWith("builtin\\");
    if (!own) {
      return text;
    }
    String domain = text.substring(0, slash);
    return (domain.equals(".") ? domain : names.of("domain", domain))
        + "\\"
        + names.of("user", text.substring(slash + 1));
  }

  private String user(String text) {
    int slash = text.indexOf('\\');
    return slash > 0
        ? account(text)
        : NO_USERS.contains(text.toLowerCase(Locale.ROOT)) ? text : names.of("user", text);
  }

  private String shaped(String text) {
    String out = text;
    if (out.indexOf('-') >= 0) {
      out = GUID.matcher(out).replaceAll(match -> guid(match.group()));
    }
    if (out.indexOf('@') >= 0) {
      out = MAIL.matcher(out).replaceAll(match -> mail(match.group()));
    }
    if (out.indexOf('/') >= 0 || out.indexOf('\\') >= 0 || out.indexOf('%') >= 0) {
      out = GROUP.matcher(out).replaceAll(match -> after(match, "group"));
      out = RESOURCE.matcher(out).replaceAll(this::resource);
      out = HOME.matcher(out).replaceAll(this::person);
    }
    if (out.indexOf('.') >= 0) {
      out = STORAGE.matcher(out).replaceAll(match -> storage(match));
      out = PRIVATE_HOST.matcher(out).replaceAll(match -> host(match.group()));
    }
    out = LOGGING_HOST.matcher(out).replaceAll(match -> after(match, "host"));
    out = NAMED_HOST.matcher(out).replaceAll(match -> after(match, "host"));
    return USER.matcher(out).replaceAll(this::person);
  }

  private String guid(String guid) {
    String folded = guid.toLowerCase(Locale.ROOT);
    return folded.startsWith(OUR_GUID) || WellKnownGuids.contains(folded) || isEmpty(folded)
        ? guid
        : guids.computeIfAbsent(
            folded, g -> OUR_GUID + String.format("%012x", names.number("guid")));
  }

  private static boolean isEmpty(String guid) {
    return guid.chars().allMatch(c -> c == '0' || c == '-');
  }

  private String mail(String mail) {
    return mail.endsWith("@example.invalid") || mail.contains("@example.")
        ? mail
        : names.of("mail", mail).replaceFirst("@.*|$", "@example.invalid");
  }

  private String after(MatchResult match, String kind) {
    return quoted(match.group(1) + names.of(kind, match.group(2)));
  }

  private String person(MatchResult match) {
    String name = match.group(2);
    boolean stays = NO_USERS.contains(name.toLowerCase(Locale.ROOT));
    return quoted(match.group(1) + (stays ? name : names.of("user", name)));
  }

  private String storage(MatchResult match) {
    return quoted(names.of("storage", match.group(1)) + match.group(2));
  }

  private String host(String host) {
    int dot = host.indexOf('.');
    return names.of("host", host.substring(0, dot)) + ".example";
  }

  private String resource(MatchResult match) {
    String type = match.group(2);
    StringBuilder out = new StringBuilder(match.group(1)).append(type).append('/');
    out.append(named(type, match.group(3), true));
    if (match.group(4) != null) {
      out.append('/').append(match.group(4)).append('/');
      out.append(named(match.group(4), match.group(5), true));
    }
    return quoted(out.toString());
  }

  private String named(String type, String name, boolean inId) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "virtualmachines" -> names.of("vm", name);
      case "vaults" -> names.of("vault", name);
      case "storageaccounts" -> names.of("storage", name);
      case "extensions", "locations", "operations", "publishers", "roledefinitions" -> name;
      default -> inId ? names.of("resource", name) : name;
    };
  }

  private static String quoted(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }
}
