package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.Question.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Answers the questions about files from a tree. Thread-safe. */
final class TreeReader {

  private final GuestTree tree;
  private final BoundedRead contents;
  private final EntryReader entries;

  TreeReader(GuestTree tree) {
    this.tree = tree;
    this.contents = new BoundedRead(tree);
    this.entries = new EntryReader(tree);
  }

  /** Answers a question about files; never throws for what the files are like. */
  Observation<?> answer(Question<?> question) {
    String subject = Subject.of(question);
    try {
      return look(question);
    } catch (IOException e) {
      return Refusal.isMissing(e) ? tree.notThere(subject) : Refusal.of(e, subject);
    }
  }

  private Observation<?> look(Question<?> question) throws IOException {
    if (question instanceof Question.File file) {
      return observed(read(locate(file.path()), file.maxBytes(), file.part()), file.path());
    }
    if (question instanceof Question.Stat stat) {
      return observed(entries.read(locate(stat.path())), stat.path());
    }
    if (question instanceof Question.Files files) {
      return files(files);
    }
    if (question instanceof Question.Newest newest) {
      return newest(newest);
    }
    if (question instanceof Question.Listing listing) {
      return listing(listing);
    }
    throw new IllegalArgumentException("not about files: " + question);
  }

  private Observation<PathEntries> listing(Question.Listing asked) throws IOException {
    FirstFew<PathEntry> found =
        new FirstFew<>(asked.maxEntries(), Comparator.comparing(PathEntry::path));
    GlobWalk walk = GlobWalk.over(tree, asked.glob(), place -> found.add(entries.read(place)));
    boolean complete = tree.listsAll() && walk.isComplete() && found.isComplete();
    return found.isEmpty()
        ? walk.nothing()
        : observed(new PathEntries(found.inOrder(), complete), asked.glob());
  }

  private Observation<FileContents> files(Question.Files asked) throws IOException {
    FirstFew<Place> found = new FirstFew<>(asked.maxFiles(), Place.BY_GUEST_PATH);
    GlobWalk walk = regularFiles(asked.glob(), found);
    List<FileContent> read = new ArrayList<>();
    for (Place place : found.inOrder()) {
      try {
        read.add(read(place, asked.maxBytes(), Part.HEAD));
      } catch (IOException e) {
        walk.note(e, place.guestPath());
      }
    }
    boolean complete = tree.listsAll() && walk.isComplete() && found.isComplete();
    return read.isEmpty() && (found.isComplete() || !walk.isComplete())
        ? walk.nothing()
        : observed(new FileContents(read, complete), asked.glob());
  }

  /** A numbered file that is gone when it is to be read was followed by a newer one: once more. */
  private Observation<FileContent> newest(Question.Newest asked) throws IOException {
    try {
      return newestNow(asked);
    } catch (NoSuchFileException e) {
      return newestNow(asked);
    }
  }

  private Observation<FileContent> newestNow(Question.Newest asked) throws IOException {
    FirstFew<Place> found = new FirstFew<>(1, NumberedName.ORDER.reversed());
    GlobWalk walk = regularFiles(asked.glob(), found);
    if (found.isEmpty() || !walk.isComplete()) {
      return walk.nothing();
    }
    Place newest = found.inOrder().get(0);
    return observed(read(newest, asked.maxBytes(), Part.HEAD), newest.guestPath());
  }

  private GlobWalk regularFiles(String glob, FirstFew<Place> found) throws IOException {
    return GlobWalk.over(
        tree,
        glob,
        place -> {
          if (isRegularFile(place)) {
            found.add(place);
          }
        });
  }

  private boolean isRegularFile(Place place) throws IOException {
    try {
      Path followed = tree.follow(place.path());
      return Files.readAttributes(followed, BasicFileAttributes.class).isRegularFile();
    } catch (IOException e) {
      if (Refusal.isLinkLoop(e)) {
        return false;
      }
      throw e;
    }
  }

  private Place locate(String path) throws IOException {
    return new Place(path, tree.locate(path));
  }

  private FileContent read(Place place, int maxBytes, Part part) throws IOException {
    Place followed = new Place(place.guestPath(), tree.follow(place.path()));
    return contents.read(followed, maxBytes, part);
  }

  private static <A> Observation<A> observed(A value, String source) {
    return new Observed<>(value, source, null);
  }
}
