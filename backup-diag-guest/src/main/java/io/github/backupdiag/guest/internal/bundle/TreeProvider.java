package io.github.backupdiag.guest.internal.bundle;

import io.github.backupdiag.guest.internal.archive.Archives;
import io.github.backupdiag.guest.internal.archive.ByteSource;
import io.github.backupdiag.guest.internal.archive.Entry;
import io.github.backupdiag.guest.internal.archive.NotReadException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a {@link BundleTree}. All that would write is refused. */
final class TreeProvider extends FileSystemProvider {

  private final BundleTree tree;
  private final Archives archives;

  TreeProvider(BundleTree tree, Archives archives) {
    this.tree = tree;
    this.archives = archives;
  }

  @Override
  public String getScheme() {
    return "backup-diag-bundle";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
    throw new UnsupportedOperationException("a bundle has no address");
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException("a bundle has no address");
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException("a bundle has no address");
  }

  @Override
  public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
    return file(path).content().open(0);
  }

  private Entry file(Path path) throws IOException {
    Entry entry = tree.node(path).entry();
    if (entry == null || entry.kind() != Entry.Kind.FILE) {
      throw new NotReadException("not a regular file: " + path);
    }
    return entry;
  }

  /** What is packed as a whole is unpacked into memory once; a part of it is not believed. */
  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    TreeNode node = tree.node(path);
    Entry entry = file(path);
    synchronized (node) {
      ByteSource source = node.anyPlace();
      if (source == null) {
        source = archives.atAnyPlace(entry.content());
        node.keep(source);
      }
      return new SourceChannel(source);
    }
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path directory, DirectoryStream.Filter<? super Path> filter) throws IOException {
    TreeNode node = tree.node(directory);
    if (!node.isFolder()) {
      throw new NotDirectoryException(directory.toString());
    }
    Iterator<Path> children =
        node.children().keySet().stream().map(name -> directory.resolve(single(name))).iterator();
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return children;
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }

  private Path single(String name) {
    return new TreePath(tree, false, java.util.List.of(name));
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    Entry entry = tree.node(link).entry();
    String target = entry == null ? null : entry.target();
    if (target == null) {
      throw new NotLinkException(link.toString());
    }
    return tree.getPath(target);
  }

  @Override
  public boolean isSameFile(Path path, Path other) {
    return path.equals(other);
  }

  @Override
  public boolean isHidden(Path path) {
    return false;
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException("a bundle is on no disk");
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    tree.node(path);
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return null;
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    if (type != BasicFileAttributes.class) {
      throw new UnsupportedOperationException(type.getName());
    }
    return type.cast(new NodeAttributes(tree.node(path)));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
    throw new UnsupportedOperationException(names);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void createDirectory(Path directory, FileAttribute<?>... attributes) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void delete(Path path) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) {
    throw new ReadOnlyFileSystemException();
  }
}
