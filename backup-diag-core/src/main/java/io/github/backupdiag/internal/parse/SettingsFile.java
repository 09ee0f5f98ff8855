package io.github.backupdiag.internal.parse;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one field of a settings file that names a certificate; everything else is left alone.
 */
public final class SettingsFile {

  private static final Pattern THUMBPRINT = Pattern.compile("[0-9A-Fa-f]{8,128}");

  private SettingsFile() {}

  /**
   * Finds the certificate that protected settings were encrypted for.
   *
   * @param text content of the settings file
   * @return its thumbprint in upper case, or null if none is named
   */
  public static @Nullable String thumbprint(String text) {
    JsonValue settings = JsonValue.read(text).get("runtimeSettings").first().get("handlerSettings");
    String thumbprint = settings.get("protectedSettingsCertThumbprint").text();
    return THUMBPRINT.matcher(thumbprint).matches() ? thumbprint.toUpperCase(Locale.ROOT) : null;
  }
}
