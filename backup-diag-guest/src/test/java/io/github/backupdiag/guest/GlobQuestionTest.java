package io.github.backupdiag.guest;

import static io.github.backupdiag.guest.Asking.ask;
import static io.github.backupdiag.guest.Asking.assertUnavailable;
import static io.github.backupdiag.guest.Asking.link;
import static io.github.backupdiag.guest.Asking.machineWith;
import static io.github.backupdiag.guest.Asking.paths;
import static io.github.backupdiag.guest.Asking.value;
import static io.github.backupdiag.guest.Asking.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What matches a glob on the running machine. */
class GlobQuestionTest {

  private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
  private final LocalGuest guest = machineWith(files);

  @AfterEach
  void close() throws Exception {
    files.close();
  }

  @Test
  void listsWhatMatchesInAlphabeticalOrder() throws Exception {
    write(files.getPath("/d/b.xml"), "");
    write(files.getPath("/d/a.xml"), "");
    write(files.getPath("/d/c.txt"), "");

    PathEntries entries = value(guest, Question.listing("/d/*.xml"));

    assertThat(paths(entries)).containsExactly("/d/a.xml", "/d/b.xml");
    assertThat(entries.complete()).isTrue();
  }

  @Test
  void wildcardsWorkInSeveralElements() throws Exception {
    write(files.getPath("/lib/Ext-1.0/status/0.status"), "");
    write(files.getPath("/lib/Ext-1.1/status/7.status"), "");
    write(files.getPath("/lib/Other/status/9.status"), "");
    write(files.getPath("/lib/Ext-file"), "");

    assertThat(paths(value(guest, Question.listing("/lib/Ext-*/status/*.status"))))
        .containsExactly("/lib/Ext-1.0/status/0.status", "/lib/Ext-1.1/status/7.status");
  }

  @Test
  void aWildcardDoesNotCrossDirectories() throws Exception {
    write(files.getPath("/d/sub/a.xml"), "");

    assertThat(ask(guest, Question.listing("/d/*.xml"))).isInstanceOf(Absent.class);
  }

  @Test
  void aGlobWithoutWildcardIsOnePath() throws Exception {
    write(files.getPath("/d/[a]{b}.xml"), "");

    assertThat(paths(value(guest, Question.listing("/d/[a]{b}.xml"))))
        .containsExactly("/d/[a]{b}.xml");
  }

  @Test
  void whatNothingMatchesIsAbsent() throws Exception {
    Files.createDirectory(files.getPath("/d"));

    assertThat(ask(guest, Question.listing("/d/*"))).isEqualTo(new Absent<>("/d/*"));
    assertThat(ask(guest, new Question.Files("/d/*", 9, 9))).isInstanceOf(Absent.class);
    assertThat(ask(guest, new Question.Newest("/missing/*", 9))).isInstanceOf(Absent.class);
  }

  @Test
  void aListingCutByItsLimitKeepsTheFirstByName() throws Exception {
    for (String name : List.of("c", "a", "d", "b")) {
      write(files.getPath("/d/" + name), "");
    }

    PathEntries entries = value(guest, new Question.Listing("/d/*", 2));

    assertThat(paths(entries)).containsExactly("/d/a", "/d/b");
    assertThat(entries.complete()).isFalse();
  }

  @Test
  void aListingDoesNotFollowLinks() throws Exception {
    link(files.getPath("/d/link"), "nowhere");

    PathEntry entry = value(guest, Question.listing("/d/*")).entries().get(0);

    assertThat(entry.type()).isEqualTo(PathEntry.Type.LINK);
    assertThat(entry.linkTarget()).isEqualTo("nowhere");
  }

  @Test
  void filesAreReadInTheOrderOfTheirPathsAndOnlyRegularOnes() throws Exception {
    write(files.getPath("/d/b.conf"), "bb");
    write(files.getPath("/d/a.conf"), "aa");
    Files.createDirectory(files.getPath("/d/dir.conf"));
    link(files.getPath("/d/dangling.conf"), "nowhere");
    link(files.getPath("/d/loop.conf"), "loop.conf");

    FileContents contents = value(guest, new Question.Files("/d/*.conf", 9, 9));

    assertThat(contents.files()).extracting(FileContent::text).containsExactly("aa", "bb");
    assertThat(contents.complete()).isTrue();
  }

  @Test
  void linksToFilesAreRead() throws Exception {
    write(files.getPath("/real"), "x");
    link(files.getPath("/d/a.conf"), "/real");

    FileContents contents = value(guest, new Question.Files("/d/*", 9, 9));

    assertThat(contents.files()).extracting(FileContent::path).containsExactly("/d/a.conf");
  }

  @Test
  void moreFilesThanWantedAreLeftOut() throws Exception {
    write(files.getPath("/d/a"), "aaa");
    write(files.getPath("/d/b"), "bbb");

    FileContents contents = value(guest, new Question.Files("/d/*", 1, 2));

    assertThat(contents.files()).extracting(FileContent::text).containsExactly("aa");
    assertThat(contents.complete()).isFalse();
  }

  @Test
  void theNewestFileHasTheHighestNumber() throws Exception {
    write(files.getPath("/s/9.status"), "nine");
    write(files.getPath("/s/10.status"), "ten");
    Files.createDirectory(files.getPath("/s/11.status"));

    FileContent newest = value(guest, new Question.Newest("/s/*.status", 99));

    assertThat(newest.text()).isEqualTo("ten");
    assertThat(newest.path()).isEqualTo("/s/10.status");
  }

  @Test
  void aHugeDirectoryIsNotListedToItsEnd() throws Exception {
    for (String name : List.of("a", "b", "c")) {
      write(files.getPath("/huge/" + name), "");
    }

    GlobWalk enough = GlobWalk.over(new LiveTree(files), "/huge/*", 3, place -> {});
    GlobWalk cut = GlobWalk.over(new LiveTree(files), "/huge/*", 2, place -> {});

    assertThat(enough.isComplete()).isTrue();
    assertThat(cut.isComplete()).isFalse();
    assertUnavailable(cut.nothing(), UnavailableReason.FAILED).startsWith("/huge/*: too many");
  }

  @Test
  void anInterruptedLookEndsBetweenNames() throws Exception {
    write(files.getPath("/d/a"), "");
    Thread.currentThread().interrupt();
    try {
      GlobWalk walk = GlobWalk.over(new LiveTree(files), "/d/*", place -> {});
      assertThat(walk.isComplete()).isFalse();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void namesMayHoldNewlinesAndGlobCharacters(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("a\nb*?[x].log"), "odd");

    FileContents contents =
        value(LocalGuest.open(), new Question.Files(directory + "/a*[x].log", 9, 9));

    assertThat(contents.files()).extracting(FileContent::text).containsExactly("odd");
  }

  @Test
  void aNameThatIsNoTextCanBeRead(@TempDir Path directory) throws Exception {
    String create = "printf odd > " + directory + "/$(printf 'a\\377.log')";
    assumeTrue(shell(create), "skipped: needs sh and names of any bytes");
    write(directory.resolve("etc/os-release"), "");
    Question.Files question = new Question.Files(directory + "/a*.log", 9, 9);

    assertThat(value(LocalGuest.open(), question).files())
        .extracting(FileContent::text)
        .containsExactly("odd");
    assertThat(value(CopiedRoot.open(directory), new Question.Files("/a?.log", 9, 9)).files())
        .extracting(FileContent::text)
        .containsExactly("odd");
  }

  private static boolean shell(String script) throws Exception {
    return Files.isExecutable(Path.of("/bin/sh"))
        && new ProcessBuilder("/bin/sh", "-c", script).start().waitFor() == 0;
  }

  @Test
  void aPipeAmongTheFilesIsPassedOver(@TempDir Path directory) throws Exception {
    FileQuestionTest.pipe(directory.resolve("2.status"));
    Files.writeString(directory.resolve("1.status"), "one");

    FileContent newest = value(LocalGuest.open(), new Question.Newest(directory + "/*.status", 9));

    assertThat(newest.text()).isEqualTo("one");
  }

  @Test
  void namesAreFoundInAnyCaseOnWindows() throws Exception {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      write(windows.getPath("C:\\WindowsAzure\\Logs\\WaAppAgent.log"), "hello");

      FileContents contents =
          value(machineWith(windows), new Question.Files("C:/windowsazure/Logs/*.LOG", 9, 9));

      assertThat(contents.files())
          .extracting(FileContent::path)
          .containsExactly("C:/windowsazure/Logs/WaAppAgent.log");
    }
  }

  @Test
  void aPathWithoutDriveIsAbsentOnWindows() throws Exception {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      assertThat(ask(machineWith(windows), Question.file("/etc/fstab"))).isInstanceOf(Absent.class);
    }
  }
}
