package io.github.backupdiag.guest.internal.bundle;

import io.github.backupdiag.guest.internal.archive.Entry;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** What a bundle tells of a file; times of a bundle are never trusted, so there is none. */
record NodeAttributes(TreeNode node) implements BasicFileAttributes {

  private static final FileTime NONE = FileTime.fromMillis(0);

  @Override
  public FileTime lastModifiedTime() {
    return NONE;
  }

  @Override
  public FileTime lastAccessTime() {
    return NONE;
  }

  @Override
  public FileTime creationTime() {
    return NONE;
  }

  @Override
  public boolean isRegularFile() {
    return !node.isFolder() && !node.isLink();
  }

  @Override
  public boolean isDirectory() {
    return node.isFolder();
  }

  @Override
  public boolean isSymbolicLink() {
    return node.isLink();
  }

  @Override
  public boolean isOther() {
    return false;
  }

  @Override
  public long size() {
    Entry entry = node.entry();
    return entry == null ? 0 : entry.content().size();
  }

  @Override
  public @Nullable Object fileKey() {
    return null;
  }
}
