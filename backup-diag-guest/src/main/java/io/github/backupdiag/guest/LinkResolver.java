package io.github.backupdiag.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Follows links as the guest would: an absolute target begins at the root of the copy, and {@code
 * ..} stops there. So no path leads out of it.
 */
final class LinkResolver {

  /** As many links in one path as Linux follows. */
  private static final int MAX_LINKS = 40;

  private final Path root;
  private final NameLookup names;

  LinkResolver(Path root, NameLookup names) {
    this.root = root;
    this.names = names;
  }

  /**
   * Walks from a directory without links in its path.
   *
   * @param path names to walk; a root in it does not count
   * @param followLast whether a link at the end is followed
   */
  Path resolve(Path start, Path path, boolean followLast) throws IOException {
    Walk walk = new Walk(start, followLast);
    walk.push(path);
    return walk.end();
  }

  private final class Walk {

    private final Deque<Path> pending = new ArrayDeque<>();
    private final boolean followLast;
    private Path here;
    private int links;

    Walk(Path start, boolean followLast) {
      this.here = start;
      this.followLast = followLast;
    }

    void push(Path path) {
      List<Path> elements = new ArrayList<>();
      path.forEach(elements::add);
      for (int i = elements.size() - 1; i >= 0; i--) {
        String name = elements.get(i).toString();
        if (!name.isEmpty() && !name.equals(".")) {
          pending.push(elements.get(i));
        }
      }
    }

    Path end() throws IOException {
      while (!pending.isEmpty()) {
        step(pending.pop());
      }
      return here;
    }

    private void step(Path name) throws IOException {
      if (name.toString().equals("..")) {
        Path parent = here.getParent();
        here = here.equals(root) || parent == null ? here : parent;
        return;
      }
      Path next = names.child(here, name);
      boolean follow = followLast || !pending.isEmpty();
      if (follow && Files.isSymbolicLink(next)) {
        followLink(next);
      } else {
        here = next;
      }
    }

    private void followLink(Path link) throws IOException {
      if (++links > MAX_LINKS) {
        throw UnreadableException.failed("link loop at /" + root.relativize(link));
      }
      Path target = Files.readSymbolicLink(link);
      if (target.getRoot() != null) {
        here = root;
      }
      push(target);
    }
  }
}
