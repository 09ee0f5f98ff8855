package io.github.backupdiag.guest.internal.bundle;

import io.github.backupdiag.guest.internal.archive.ByteSource;
import io.github.backupdiag.guest.internal.archive.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file, a folder or a link of the tree. Not changed any more once the tree is open. */
final class TreeNode {

  private final @Nullable Entry entry;
  private final Map<String, TreeNode> children = new LinkedHashMap<>();
  private @Nullable ByteSource anyPlace;

  private TreeNode(@Nullable Entry entry) {
    this.entry = entry;
  }

  static TreeNode folder() {
    return new TreeNode(null);
  }

  Map<String, TreeNode> children() {
    return children;
  }

  /** Null for a folder. */
  @Nullable Entry entry() {
    return entry;
  }

  boolean isFolder() {
    return entry == null;
  }

  boolean isLink() {
    return entry != null && entry.kind() == Entry.Kind.LINK;
  }

  @Nullable ByteSource anyPlace() {
    return anyPlace;
  }

  void keep(ByteSource source) {
    anyPlace = source;
  }

  /**
   * Puts an entry to a place, with all folders above it.
   *
   * @param path names with {@code /}
   * @return false if something else stands there
   */
  boolean put(String path, Entry added) {
    TreeNode here = this;
    String[] names = path.split("/");
    boolean folder = added.kind() == Entry.Kind.DIRECTORY;
    for (int i = 0; i < names.length - (folder ? 0 : 1); i++) {
      here = here.children.computeIfAbsent(names[i], name -> folder());
      if (!here.isFolder()) {
        return false;
      }
    }
    return folder
        || here.children.putIfAbsent(names[names.length - 1], new TreeNode(added)) == null;
  }
}
