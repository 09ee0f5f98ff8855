package io.github.backupdiag.guest.internal.bundle;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path of a {@link BundleTree}; its names may hold anything but a slash. */
final class TreePath implements Path {

  private final BundleTree tree;
  private final boolean absolute;
  private final List<String> names;

  TreePath(BundleTree tree, boolean absolute, List<String> names) {
    this.tree = tree;
    this.absolute = absolute;
    this.names = List.copyOf(names);
  }

  List<String> names() {
    return names;
  }

  private TreePath with(boolean rooted, List<String> others) {
    return new TreePath(tree, rooted, others);
  }

  private static TreePath ours(Path other) {
    if (other instanceof TreePath path) {
      return path;
    }
    throw new ProviderMismatchException(other.toString());
  }

  @Override
  public FileSystem getFileSystem() {
    return tree;
  }

  @Override
  public boolean isAbsolute() {
    return absolute;
  }

  @Override
  public @Nullable Path getRoot() {
    return absolute ? with(true, List.of()) : null;
  }

  @Override
  public @Nullable Path getFileName() {
    return names.isEmpty() ? null : with(false, names.subList(names.size() - 1, names.size()));
  }

  @Override
  public @Nullable Path getParent() {
    boolean none = names.isEmpty() || (names.size() == 1 && !absolute);
    return none ? null : with(absolute, names.subList(0, names.size() - 1));
  }

  @Override
  public int getNameCount() {
    return names.size();
  }

  @Override
  public Path getName(int index) {
    return subpath(index, index + 1);
  }

  @Override
  public Path subpath(int from, int to) {
    if (from < 0 || to > names.size() || from >= to) {
      throw new IllegalArgumentException("no such names");
    }
    return with(false, names.subList(from, to));
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof TreePath path
        && path.absolute == absolute
        && path.names.size() <= names.size()
        && names.subList(0, path.names.size()).equals(path.names);
  }

  @Override
  public boolean endsWith(Path other) {
    return other instanceof TreePath path && (path.absolute ? equals(path) : hasEnd(path.names));
  }

  private boolean hasEnd(List<String> end) {
    int from = names.size() - end.size();
    return from >= 0 && names.subList(from, names.size()).equals(end);
  }

  @Override
  public Path normalize() {
    List<String> normal = new ArrayList<>();
    for (String name : names) {
      boolean up = name.equals("..");
      boolean canGoUp = !normal.isEmpty() && !normal.get(normal.size() - 1).equals("..");
      if (up && canGoUp) {
        normal.remove(normal.size() - 1);
      } else if (!name.equals(".") && !(up && absolute)) {
        normal.add(name);
      }
    }
    return with(absolute, normal);
  }

  @Override
  public Path resolve(Path other) {
    TreePath path = ours(other);
    if (path.absolute) {
      return path;
    }
    List<String> all = new ArrayList<>(names);
    all.addAll(path.names);
    return with(absolute, all);
  }

  @Override
  public Path relativize(Path other) {
    TreePath path = ours(other);
    if (!path.startsWith(this)) {
      throw new IllegalArgumentException(path + " is not below " + this);
    }
    List<String> rest = path.names.subList(names.size(), path.names.size());
    return with(false, rest.isEmpty() ? List.of("") : rest);
  }

  @Override
  public URI toUri() {
    throw new UnsupportedOperationException("a bundle has no address");
  }

  @Override
  public Path toAbsolutePath() {
    return with(true, names);
  }

  @Override
  public Path toRealPath(LinkOption... options) {
    return toAbsolutePath().normalize();
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException("a bundle does not change");
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(ours(other).toString());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TreePath path
        && path.tree == tree
        && path.absolute == absolute
        && path.names.equals(names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    return (absolute ? "/" : "") + String.join("/", names);
  }
}
