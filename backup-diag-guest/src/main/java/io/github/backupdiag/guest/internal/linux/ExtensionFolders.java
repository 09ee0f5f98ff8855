package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.guestaccess.Answers;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Folders of the backup extension, one for each version that was unpacked. */
final class ExtensionFolders {

  private static final String NAME = "/Microsoft.Azure.RecoveryServices.VMSnapshotLinux-";

  private ExtensionFolders() {}

  /** A glob below all of them, or null if the agent's folder lies too deep to be looked at. */
  static @Nullable String glob(Answers answers, String below) {
    String folder = LibDir.configured(answers);
    String glob = (folder.equals("/") ? "" : folder) + NAME + "*" + below;
    boolean plain = folder.indexOf('*') < 0 && folder.indexOf('?') < 0;
    return plain && LibDir.isNamed(glob) ? glob : null;
  }

  /** The folder that holds a path. */
  static String of(String path) {
    int name = path.indexOf(NAME);
    int end = name < 0 ? -1 : path.indexOf('/', name + 1);
    return end < 0 ? path : path.substring(0, end);
  }

  /** The folder of the highest version. */
  static @Nullable String newest(Collection<String> folders) {
    return folders.stream()
        .max(Comparator.comparing(ExtensionFolders::version, Arrays::compare))
        .orElse(null);
  }

  private static long[] version(String folder) {
    String text = folder.substring(folder.lastIndexOf('-') + 1);
    return Arrays.stream(text.split("\\.", -1))
        .limit(8)
        .mapToLong(ExtensionFolders::number)
        .toArray();
  }

  private static long number(String text) {
    boolean digits = text.length() < 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && !text.isEmpty() ? Long.parseLong(text) : -1;
  }
}
