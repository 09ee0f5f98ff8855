package io.github.backupdiag.fact.guest;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Account of a service. The built-in accounts have the SIDs S-1-5-18, -19 and -20 and names that
 * some display languages translate, together with their authority, of which the letters NT remain
 * ("Well-known SIDs", Win32 documentation). So a name that is not known here, from an authority
 * that may be the built-in one, is never taken for another account.
 */
public enum ServiceAccount {
  /** {@code LocalSystem}. */
  LOCAL_SYSTEM,
  /** {@code NT AUTHORITY\LocalService}. */
  LOCAL_SERVICE,
  /** {@code NT AUTHORITY\NetworkService}. */
  NETWORK_SERVICE,
  /** A virtual account, or that of a user of the machine or of a domain. */
  OTHER,
  /** No name, or one that may be a built-in account in a language not known here. */
  UNKNOWN;

  private static final Pattern NT = Pattern.compile("(^|[^\\p{L}\\p{N}])nt([^\\p{L}\\p{N}]|$)");

  private static final Map<String, ServiceAccount> NAMES =
      Map.ofEntries(
          Map.entry("localsystem", LOCAL_SYSTEM),
          Map.entry("s-1-5-18", LOCAL_SYSTEM),
          Map.entry("system", LOCAL_SYSTEM),
          Map.entry("syst\u00e8me", LOCAL_SYSTEM),
          Map.entry("sistema", LOCAL_SYSTEM),
          Map.entry("s-1-5-19", LOCAL_SERVICE),
          Map.entry("localservice", LOCAL_SERVICE),
          Map.entry("lokalerdienst", LOCAL_SERVICE),
          Map.entry("servicelocal", LOCAL_SERVICE),
          Map.entry("serviciolocal", LOCAL_SERVICE),
          Map.entry("s-1-5-20", NETWORK_SERVICE),
          Map.entry("networkservice", NETWORK_SERVICE),
          Map.entry("netzwerkdienst", NETWORK_SERVICE),
          Map.entry("servicer\u00e9seau", NETWORK_SERVICE),
          Map.entry("serviciodered", NETWORK_SERVICE),
          Map.entry("serviziodirete", NETWORK_SERVICE),
          Map.entry("us\u0142ugasieciowa", NETWORK_SERVICE));

  /**
   * Reads a name as a service is set up with it.
   *
   * @param name such as {@code NT AUTHORITY\NetworkService}, {@code .\backup} or {@code
   *     LocalSystem}
   * @return whose it is
   */
  public static ServiceAccount of(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    int slash = plain.indexOf('\\');
    String authority = plain.substring(0, Math.max(slash, 0));
    String own = plain.substring(slash + 1).replace(" ", "");
    if (own.isEmpty()) {
      return UNKNOWN;
    }
    boolean builtIn = NT.matcher(authority).find() && !authority.equals("nt service");
    if (slash < 0 || builtIn || own.equals("localsystem")) {
      ServiceAccount known = NAMES.get(own);
      if (known != null) {
        return known;
      }
    }
    return builtIn || (slash < 0 && own.indexOf('@') < 0) ? UNKNOWN : OTHER;
  }
}
