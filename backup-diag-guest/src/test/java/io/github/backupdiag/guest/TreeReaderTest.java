package io.github.backupdiag.guest;

import static io.github.backupdiag.guest.Asking.assertUnavailable;
import static io.github.backupdiag.guest.Asking.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.Question;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that may not be read, or that vanish when they are to be read. */
class TreeReaderTest {

  private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
  private final LiveTree tree = new LiveTree(files);

  @BeforeEach
  void numberTwoFiles() throws Exception {
    write(files.getPath("/s/1.status"), "one");
    write(files.getPath("/s/2.status"), "two");
  }

  @AfterEach
  void close() throws Exception {
    files.close();
  }

  @Test
  void aFileThatMayNotBeReachedIsNotPermitted() {
    assertUnavailable(
            reader(path -> true).answer(Question.file("/s/1.status")),
            UnavailableReason.NOT_PERMITTED)
        .isEqualTo("/s/1.status");
  }

  @Test
  void theNewestOfFilesOfWhichOneMayNotBeReadIsUnknown() {
    assertUnavailable(
            reader(path -> path.endsWith("1.status")).answer(new Question.Newest("/s/*", 9)),
            UnavailableReason.NOT_PERMITTED)
        .isEqualTo("/s/1.status");
  }

  @Test
  void filesAreIncompleteWhenOneMayNotBeRead() {
    Observation<?> answer =
        reader(path -> path.endsWith("1.status")).answer(new Question.Files("/s/*", 9, 9));

    FileContents contents = (FileContents) value(answer);
    assertThat(contents.files()).extracting(FileContent::text).containsExactly("two");
    assertThat(contents.complete()).isFalse();
  }

  @Test
  void filesAreNotPermittedWhenNoneMayBeRead() {
    assertUnavailable(
        reader(path -> path.endsWith(".status")).answer(new Question.Files("/s/*", 1, 9)),
        UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void aListingNeedsNoAccessToWhatItLists() {
    Observation<?> answer =
        reader(path -> path.endsWith(".status")).answer(Question.listing("/s/*"));

    assertThat(((PathEntries) value(answer)).complete()).isTrue();
  }

  @Test
  void whenTheNewestFileVanishesTheNextIsTaken() {
    TreeReader reader = new TreeReader(vanishing("2.status"));

    FileContent newest = (FileContent) value(reader.answer(new Question.Newest("/s/*", 9)));

    assertThat(newest.text()).isEqualTo("one");
  }

  @Test
  void aVanishedFileIsNotAmongTheFiles() {
    TreeReader reader = new TreeReader(vanishing("1.status"));

    FileContents contents = (FileContents) value(reader.answer(new Question.Files("/s/*", 9, 9)));

    assertThat(contents.files()).extracting(FileContent::text).containsExactly("two");
    assertThat(contents.complete()).isTrue();
  }

  @Test
  void whenEverythingVanishesNothingIsThere() {
    TreeReader reader = new TreeReader(vanishing(".status"));

    assertThat(reader.answer(new Question.Files("/s/*", 9, 9))).isInstanceOf(Absent.class);
  }

  private static Object value(Observation<?> answer) {
    assertThat(answer).isInstanceOf(Observed.class);
    return ((Observed<?>) answer).value();
  }

  private TreeReader reader(Predicate<String> denied) {
    return new TreeReader(
        new ChangedTree(
            path -> {
              if (denied.test(path.toString())) {
                throw new AccessDeniedException(path.toString());
              }
            }));
  }

  /** The second time somebody follows such a path, to read it, it is gone. */
  private GuestTree vanishing(String name) {
    Set<Path> seen = new HashSet<>();
    return new ChangedTree(
        path -> {
          if (path.toString().endsWith(name) && !seen.add(path)) {
            Files.deleteIfExists(path);
          }
        });
  }

  private interface Event {
    void before(Path followed) throws IOException;
  }

  private final class ChangedTree implements GuestTree {

    private final Event event;

    ChangedTree(Event event) {
      this.event = event;
    }

    @Override
    public Path locate(String guestPath) throws IOException {
      return tree.locate(guestPath);
    }

    @Override
    public Path follow(Path located) throws IOException {
      event.before(located);
      return tree.follow(located);
    }

    @Override
    public <A> Observation<A> notThere(String guestPath) {
      return tree.notThere(guestPath);
    }

    @Override
    public boolean ignoresCase() {
      return false;
    }

    @Override
    public boolean knowsOwners() {
      return true;
    }

    @Override
    public boolean knowsTimes() {
      return true;
    }
  }
}
