package io.github.backupdiag.internal.system;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.guest.FolderRight;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import java.util.List;
import java.util.function.Predicate;

/** Folders in whose rights an account of Windows does not stand. */
public final class ClosedFolders {

  private ClosedFolders() {}

  /**
   * Judges some folders. An account that stands there may still be denied, so that this never rules
   * anything out.
   *
   * @param facts with {@code FOLDER_RIGHTS} and the facts of the traces declared
   * @param traces what must agree
   * @param wanted which folders
   * @return likely if an account is missing and something agrees, else open
   */
  public static Verdict judge(Facts facts, WindowsTraces traces, Predicate<FolderRight> wanted) {
    List<FolderRight> all = facts.value(WindowsAgentFacts.FOLDER_RIGHTS);
    List<FolderRight> rights = all == null ? List.of() : all.stream().filter(wanted).toList();
    if (rights.isEmpty()) {
      return WindowsTraces.notSeen(WindowsAgentFacts.FOLDER_RIGHTS);
    }
    List<Evidence> closed = closed(rights);
    return closed.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.closed-folders.listed"))
        : traces.judge(facts, closed);
  }

  /**
   * Gives what is closed of some folders.
   *
   * @param facts with {@code FOLDER_RIGHTS} declared
   * @param wanted which folders
   * @return empty if they are open or could not be looked at
   */
  public static List<Evidence> of(Facts facts, Predicate<FolderRight> wanted) {
    List<FolderRight> all = facts.value(WindowsAgentFacts.FOLDER_RIGHTS);
    return all == null ? List.of() : closed(all.stream().filter(wanted).toList());
  }

  private static List<Evidence> closed(List<FolderRight> rights) {
    return rights.stream()
        .filter(right -> isClosed(right, rights))
        .map(ClosedFolders::closed)
        .toList();
  }

  /** The system is a member of the administrators: what they may, it may. */
  private static boolean isClosed(FolderRight right, List<FolderRight> all) {
    return !right.listed()
        && (!right.sid().equals(FolderRight.SYSTEM)
            || all.stream()
                .noneMatch(
                    other ->
                        other.listed()
                            && other.path().equals(right.path())
                            && other.sid().equals(FolderRight.ADMINISTRATORS)));
  }

  private static Evidence closed(FolderRight right) {
    return Evidence.of(
            WindowsAgentFacts.FOLDER_RIGHTS,
            Phrase.of("evidence.closed-folders.closed", "sid", right.sid()))
        .withPlace(right.path(), 0);
  }
}
