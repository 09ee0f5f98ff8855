package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.BitLockerVolume;
import io.github.backupdiag.fact.guest.BitLockerVolume.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The output of {@code manage-bde -status} in any display language. Every label is translated, so
 * only the letter, the brand and numbers are read: a volume begins with a line at the left edge
 * that holds its letter and a label in brackets; the line with the brand tells a version by number
 * where BitLocker protects it; the line with the percent sign holds a number unless the volume is
 * locked, since {@code Win32_EncryptableVolume.GetConversionStatus} fails for a locked one
 * (FVE_E_LOCKED_VOLUME). The size is no sign: that of an unlocked volume may be unknown, too.
 */
public final class ManageBdeStatus {

  private static final Pattern LETTER =
      Pattern.compile("(?:^|[\\s\"'\u00ab\u201c\u201d\u201e])([A-Za-z]):.{0,200}\\[");
  private static final Pattern GUID = Pattern.compile("(?i)Volume\\{([0-9a-f-]{36})\\}.{0,200}\\[");
  private static final Pattern PERCENT = Pattern.compile("[%\u066a\uff05]");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
  private static final String BRAND = "bitlocker";

  private final List<BitLockerVolume> volumes = new ArrayList<>();
  private @Nullable String volume;
  private long line;
  private boolean hasVersion;
  private @Nullable Boolean hasPercentage;

  private ManageBdeStatus() {}

  /**
   * Reads the volumes.
   *
   * @param text the output
   * @return in its order
   */
  public static List<BitLockerVolume> parse(String text) {
    ManageBdeStatus status = new ManageBdeStatus();
    long line = 0;
    for (String each : (Iterable<String>) text.lines()::iterator) {
      line++;
      status.take(each, line);
    }
    status.end();
    return List.copyOf(status.volumes);
  }

  private void take(String text, long at) {
    boolean atEdge = !text.isEmpty() && !Character.isWhitespace(text.charAt(0));
    String name = atEdge ? name(text) : null;
    if (name != null) {
      end();
      volume = name;
      line = at;
    } else if (volume != null && !atEdge) {
      field(text);
    }
  }

  private void field(String text) {
    if (text.toLowerCase(Locale.ROOT).contains(BRAND)) {
      hasVersion |= DIGIT.matcher(text).find();
    } else if (hasPercentage == null && PERCENT.matcher(text).find()) {
      hasPercentage = DIGIT.matcher(text).find();
    }
  }

  private static @Nullable String name(String text) {
    Matcher letter = LETTER.matcher(text);
    if (letter.find()) {
      return letter.group(1).toUpperCase(Locale.ROOT) + ":";
    }
    Matcher guid = GUID.matcher(text);
    return guid.find() ? guid.group(1).toLowerCase(Locale.ROOT) : null;
  }

  private void end() {
    if (volume != null) {
      volumes.add(new BitLockerVolume(volume, state(), line));
    }
    volume = null;
    hasVersion = false;
    hasPercentage = null;
  }

  private State state() {
    if (hasPercentage == null) {
      return State.UNKNOWN;
    }
    return hasPercentage ? State.OPEN : hasVersion ? State.LOCKED : State.UNKNOWN;
  }
}
