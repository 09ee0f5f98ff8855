package io.github.backupdiag.internal.redact;

import io.github.backupdiag.internal.redact.NamedSecret.Form;
import io.github.backupdiag.internal.redact.NamedSecret.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names whose values are secrets, compared without case, {@code _}, {@code -} and {@code .}.
 */
final class SecretNames {

  private static final NamedSecret SAS = NamedSecret.of(Kind.SAS, Shape.ENCODED);
  private static final NamedSecret SAS_QUERY = NamedSecret.of(Kind.SAS, Shape.QUERY);
  private static final NamedSecret KEY = NamedSecret.of(Kind.KEY, Shape.ENCODED);
  private static final NamedSecret TOKEN = NamedSecret.of(Kind.TOKEN, Shape.ENCODED);
  private static final NamedSecret HEADER = NamedSecret.of(Kind.TOKEN, Shape.HEADER);
  private static final NamedSecret PASSWORD = NamedSecret.of(Kind.PASSWORD, Shape.FREE);
  private static final NamedSecret SETTINGS = NamedSecret.of(Kind.SETTINGS, Shape.FREE);

  private static final Map<String, NamedSecret> WHOLE =
      Map.ofEntries(
          Map.entry("sig", SAS.weakly()),
          Map.entry("skoid", SAS),
          Map.entry("sktid", SAS),
          Map.entry("idtoken", TOKEN),
          Map.entry("customdata", SETTINGS),
          Map.entry("userdata", SETTINGS.only(Form.BASE64)),
          Map.entry("cookie", SETTINGS.weakly()),
          Map.entry("setcookie", SETTINGS),
          Map.entry("encryptionsettings", SETTINGS),
          Map.entry("encryptiondata", SETTINGS),
          Map.entry("encryptiondetails", SETTINGS),
          Map.entry("diskencryptionsettings", SETTINGS),
          Map.entry("protectedsettings", SETTINGS));

  private static final Map<String, NamedSecret> ENDINGS = endings();

  /** Files and commands that only sound like a password. */
  private static final Set<String> ORDINARY = Set.of("chpasswd", "gpasswd", "smbpasswd");

  private SecretNames() {}

  private static Map<String, NamedSecret> endings() {
    Map<String, NamedSecret> endings = new LinkedHashMap<>();
    put(endings, SAS, "u0026sig", "u0026skoid", "u0026sktid");
    put(endings, SAS_QUERY, "sharedaccesssignature", "sastoken");
    put(endings, KEY, "accountkey", "accesskey", "sharedkey", "storagekey", "primarykey");
    put(endings, KEY, "secondarykey", "masterkey", "apikey", "subscriptionkey", "workspacekey");
    put(
        endings,
        KEY,
        "secretkey",
        "privatekey",
        "functionkey",
        "functionskey",
        "decryptionkey",
        "validationkey");
    // "freshtoken": in a Windows path the r of refresh_token looks like an escape.
    put(endings, TOKEN, "accesstoken", "freshtoken", "authtoken", "bearertoken", "sessiontoken");
    put(endings, TOKEN, "securitytoken", "clientassertion");
    put(endings, TOKEN.only(Form.GUID), "containerid");
    put(endings, HEADER, "authorization", "authorizationauxiliary");
    put(endings, PASSWORD, "password", "passwd", "pwd", "passphrase", "passcode", "secret");
    return endings;
  }

  private static void put(Map<String, NamedSecret> all, NamedSecret secret, String... names) {
    for (String name : names) {
      all.put(name, secret);
    }
  }

  /** What the name at these characters stands for, or null for an ordinary name. */
  static @Nullable NamedSecret find(PlainText text, int start, int end) {
    String name = folded(text, start, end);
    NamedSecret whole = WHOLE.get(name);
    if (whole != null || name.length() < 3 || ORDINARY.contains(name)) {
      return whole;
    }
    for (Map.Entry<String, NamedSecret> ending : ENDINGS.entrySet()) {
      if (name.endsWith(ending.getKey())) {
        return ending.getValue();
      }
    }
    return null;
  }

  /** Lower case, letters and digits only, without a number at the end. */
  private static String folded(PlainText text, int start, int end) {
    StringBuilder name = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      if (Ascii.isAlphanumeric(text.at(i))) {
        name.append(Ascii.lower(text.at(i)));
      }
    }
    int length = name.length();
    while (length > 0 && Ascii.isDigit(name.charAt(length - 1))) {
      length--;
    }
    return name.substring(0, length);
  }
}
