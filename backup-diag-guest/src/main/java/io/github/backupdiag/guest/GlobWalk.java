package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Visits what a glob matches, in no order. What cannot be read on the way is remembered, what
 * vanishes is not there. For one use by one thread.
 */
final class GlobWalk {

  /** How many names are looked at for one question, so that a huge directory ends some day. */
  private static final int MAX_NAMES = 200_000;

  /** Receives what matches; {@code NoSuchFileException} means that it is not there after all. */
  @FunctionalInterface
  interface Visitor {
    void visit(Place place) throws IOException;
  }

  private final GuestTree tree;
  private final String glob;
  private final Visitor visitor;
  private int namesLeft;
  private @Nullable Unavailable<?> refusal;

  private GlobWalk(GuestTree tree, String glob, int maxNames, Visitor visitor) {
    this.tree = tree;
    this.namesLeft = maxNames;
    this.glob = glob;
    this.visitor = visitor;
  }

  /** Walks the whole glob. */
  static GlobWalk over(GuestTree tree, String glob, Visitor visitor) throws IOException {
    return over(tree, glob, MAX_NAMES, visitor);
  }

  /** Walks a glob until so many names were looked at. */
  static GlobWalk over(GuestTree tree, String glob, int maxNames, Visitor visitor)
      throws IOException {
    GlobWalk walk = new GlobWalk(tree, glob, maxNames, visitor);
    PathGlob pattern = PathGlob.of(glob);
    Path start = tree.follow(tree.locate(pattern.directory()));
    walk.expand(new Place(pattern.directory(), start), pattern, 0);
    return walk;
  }

  /** Whether everything that matches was visited. */
  boolean isComplete() {
    return refusal == null && !isCut();
  }

  /** Remembers that something that matches cannot be read; the first one counts. */
  void note(IOException e, String guestPath) {
    if (refusal == null && !Refusal.isMissing(e)) {
      refusal = Refusal.of(e, guestPath);
    }
  }

  /** Gives the answer when nothing could be read. */
  <A> Observation<A> nothing() {
    if (refusal != null) {
      return new Unavailable<>(refusal.reason(), refusal.detail());
    }
    return isCut()
        ? new Unavailable<>(UnavailableReason.FAILED, glob + ": too many names to look at")
        : tree.notThere(glob);
  }

  private boolean isCut() {
    return namesLeft < 0;
  }

  private void expand(Place directory, PathGlob pattern, int depth) {
    String element = pattern.elements().get(depth);
    try {
      if (PathGlob.isPattern(element)) {
        expandPattern(directory, pattern, depth);
      } else {
        Place child = directory.child(tree.child(directory.path(), element));
        enter(child, pattern, depth);
      }
    } catch (IOException e) {
      note(e, directory.guestPath());
    }
  }

  private void expandPattern(Place directory, PathGlob pattern, int depth) throws IOException {
    String element = pattern.elements().get(depth);
    Children.of(
        directory.path(),
        child -> {
          if (--namesLeft < 0 || Thread.currentThread().isInterrupted()) {
            namesLeft = -1;
            return false;
          }
          String name = String.valueOf(child.getFileName());
          if (PathGlob.matches(element, name, tree.ignoresCase())) {
            enter(directory.child(child), pattern, depth);
          }
          return true;
        });
  }

  private void enter(Place place, PathGlob pattern, int depth) {
    try {
      if (depth == pattern.elements().size() - 1) {
        visitor.visit(place);
      } else {
        expand(new Place(place.guestPath(), tree.follow(place.path())), pattern, depth + 1);
      }
    } catch (IOException e) {
      note(e, place.guestPath());
    }
  }
}
