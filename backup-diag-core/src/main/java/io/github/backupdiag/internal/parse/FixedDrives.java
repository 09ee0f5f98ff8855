package io.github.backupdiag.internal.parse;

import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drive letters of fixed disks in {@code SYSTEM\\MountedDevices}. A partition of such a disk is 12
 * bytes long (signature and offset, MBR) or begins with {@code DMIO:ID:} (GPT); optical and
 * removable drives have the name of their device there, network drives have no entry.
 */
public final class FixedDrives {

  private static final char USUAL = 'C';
  private static final Pattern LETTER = Pattern.compile("(?i)\\\\DosDevices\\\\([A-Z]):");
  private static final Pattern WINDOWS = Pattern.compile("(?i)([A-Z]):\\\\.*");
  private static final Pattern PARTITION = Pattern.compile("(?i)[0-9a-f]{24}|444D494F3A49443A.*");

  private FixedDrives() {}

  /**
   * Reads the letters.
   *
   * @param mounted the key
   * @return in upper case, sorted, each once
   */
  public static List<Character> of(RegistryKey mounted) {
    return mounted.values().stream()
        .filter(value -> PARTITION.matcher(value.data()).matches())
        .map(RegistryValue::name)
        .map(LETTER::matcher)
        .filter(Matcher::matches)
        .map(name -> name.group(1).toUpperCase(Locale.ROOT).charAt(0))
        .sorted()
        .distinct()
        .toList();
  }

  /**
   * Tells the drive of Windows.
   *
   * @param systemRoot its folder, such as {@code C:\\Windows}
   * @return the letter in upper case; {@code C} if the folder names none
   */
  public static char system(String systemRoot) {
    Matcher folder = WINDOWS.matcher(systemRoot);
    return folder.matches() ? folder.group(1).toUpperCase(Locale.ROOT).charAt(0) : USUAL;
  }
}
