package io.github.backupdiag.guest.internal.bundle;

import io.github.backupdiag.guest.internal.archive.Archives;
import io.github.backupdiag.guest.internal.archive.Entry;
import io.github.backupdiag.guest.internal.archive.Hole;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of a guest as a file system, so that they are read like those below a directory. It
 * only reads, follows no links by itself, and knows neither owners nor times. Thread-safe.
 */
public final class BundleTree extends FileSystem {

  private final TreeNode root;
  private final TreeProvider provider;

  BundleTree(TreeNode root, Archives archives) {
    this.root = root;
    this.provider = new TreeProvider(this, archives);
  }

  /**
   * Gives what is {@code /} or {@code C:/} in the guest.
   *
   * @return the root
   */
  public Path root() {
    return new TreePath(this, true, List.of());
  }

  /**
   * Tells what is missing of a file.
   *
   * @param path one of this tree
   * @return null if nothing is known to be
   * @throws IOException if there is no such file
   */
  public @Nullable Hole hole(Path path) throws IOException {
    Entry entry = node(path).entry();
    return entry == null ? null : entry.content().hole();
  }

  TreeNode node(Path path) throws IOException {
    TreeNode node = root;
    for (String name : ((TreePath) path.toAbsolutePath()).names()) {
      if (!node.isFolder()) {
        throw new NotDirectoryException(path.toString());
      }
      node = node.children().get(name);
      if (node == null) {
        throw new NoSuchFileException(path.toString());
      }
    }
    return node;
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("nothing is open");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return true;
  }

  @Override
  public String getSeparator() {
    return "/";
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(root());
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic");
  }

  @Override
  public Path getPath(String first, String... more) {
    List<String> parts = new ArrayList<>(List.of(first));
    parts.addAll(Arrays.asList(more));
    List<String> names =
        parts.stream()
            .flatMap(part -> Arrays.stream(part.split("/")))
            .filter(name -> !name.isEmpty())
            .toList();
    return new TreePath(this, first.startsWith("/"), names);
  }

  @Override
  public PathMatcher getPathMatcher(String syntaxAndPattern) {
    throw new UnsupportedOperationException("no patterns");
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException("no owners");
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException("it does not change");
  }
}
