package io.github.backupdiag.testkit;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.PathEntry;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A scripted tree of files; folders come from the paths of what they hold. */
final class FakeFiles {

  private static final Pattern ABSOLUTE = Pattern.compile("(/|[A-Za-z]:/)([^/]++(/[^/]++)*+)?");
  private static final Pattern RUNNING_STATE = Pattern.compile("/(proc|sys|run|dev)(/|$)");
  private static final int MOST_LINKS = 40;

  /** One path and, for a file, what it holds. */
  record Node(PathEntry entry, FileContent content) {

    byte[] bytes() {
      return content.bytes();
    }
  }

  private final NavigableMap<String, Node> nodes = new TreeMap<>();
  private final NavigableMap<String, Unavailable<?>> refusals = new TreeMap<>();

  static boolean isAbsolute(String path) {
    return ABSOLUTE.matcher(path).matches();
  }

  /** Fails for what no guest could have. */
  static String absolute(String path) {
    if (!isAbsolute(path)) {
      throw new IllegalArgumentException(
          "'" + path + "' is not an absolute path of a guest, such as /etc/fstab or C:/Windows");
    }
    return path;
  }

  void putFile(String path, byte[] bytes) {
    put(new PathEntry(path, PathEntry.Type.FILE, bytes.length, null, 0, 0644, null), bytes);
  }

  void putFolder(String path) {
    put(new PathEntry(path, PathEntry.Type.DIRECTORY, 0, null, 0, 0755, null), new byte[0]);
  }

  void putLink(String path, String target) {
    put(new PathEntry(path, PathEntry.Type.LINK, 0, target, 0, 0777, null), new byte[0]);
  }

  private void put(PathEntry entry, byte[] bytes) {
    nodes.put(
        absolute(entry.path()),
        new Node(entry, new FileContent(entry.path(), bytes, 0, bytes.length, null)));
    String folder = folderOf(entry.path());
    if (!isTop(entry.path()) && !nodes.containsKey(folder)) {
      putFolder(folder);
    }
  }

  /** Changes what a folder says of a path that is there. */
  void describe(PathEntry entry) {
    nodes.put(entry.path(), new Node(entry, required(entry.path()).content()));
  }

  Node required(String path) {
    Node node = nodes.get(path);
    if (node == null) {
      throw new IllegalArgumentException("the fake guest has no " + path + "; add it first");
    }
    return node;
  }

  void refuse(String path, UnavailableReason reason) {
    refusals.put(absolute(path), new Unavailable<>(reason, path));
  }

  /** Why a path cannot be read: its own refusal or that of a folder above it. */
  @Nullable Unavailable<?> refusal(String path) {
    for (String at = path; ; at = folderOf(at)) {
      Unavailable<?> refusal = refusals.get(at);
      if (refusal != null || isTop(at)) {
        return refusal;
      }
    }
  }

  @Nullable Node find(String path) {
    return nodes.get(path);
  }

  /** What a path leads to, links followed. */
  @Nullable Node follow(String path) {
    String resolved = resolve(path);
    return resolved == null ? null : nodes.get(resolved);
  }

  /** Where a path leads, links followed, whether something is there or not; null in a circle. */
  @Nullable String resolve(String path) {
    String at = path;
    for (int links = 0; links < MOST_LINKS; links++) {
      Node link = firstLink(at);
      if (link == null) {
        return at;
      }
      at = target(link.entry()) + at.substring(link.entry().path().length());
    }
    return null;
  }

  private @Nullable Node firstLink(String path) {
    for (int end = path.indexOf('/', 1); ; end = path.indexOf('/', end + 1)) {
      Node node = nodes.get(end < 0 ? path : path.substring(0, end));
      if (node != null && node.entry().type() == PathEntry.Type.LINK) {
        return node;
      }
      if (end < 0) {
        return null;
      }
    }
  }

  private static String target(PathEntry link) {
    String target = String.valueOf(link.linkTarget());
    if (isAbsolute(target)) {
      return target;
    }
    String folder = folderOf(link.path());
    String joined = folder.endsWith("/") ? folder + target : folder + "/" + target;
    return java.nio.file.Path.of(joined).normalize().toString().replace('\\', '/');
  }

  /** All paths that match, also refused ones, in alphabetical order. */
  List<Node> matching(String glob) {
    Pattern pattern = pattern(glob);
    return nodes.values().stream()
        .filter(node -> pattern.matcher(node.entry().path()).matches())
        .filter(node -> !isTop(node.entry().path()))
        .toList();
  }

  static boolean matches(String glob, String path) {
    return pattern(glob).matcher(path).matches();
  }

  private static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      regex.append(
          switch (glob.charAt(i)) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> Pattern.quote(glob.substring(i, i + 1));
          });
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  /** True if a path, or all that a glob can match, is state that only a running system has. */
  boolean isRunningState(String glob) {
    boolean wild = glob.indexOf('*') >= 0 || glob.indexOf('?') >= 0;
    String resolved = resolve(wild ? fixedFolder(glob) : glob);
    return resolved != null && RUNNING_STATE.matcher(resolved).lookingAt();
  }

  /** The part of a glob that holds no wildcard: the folder in which the search begins. */
  static String fixedFolder(String glob) {
    String folder = folderOf(glob);
    while (folder.indexOf('*') >= 0 || folder.indexOf('?') >= 0) {
      folder = folderOf(folder);
    }
    return folder;
  }

  private static boolean isTop(String path) {
    return folderOf(path).equals(path);
  }

  static String folderOf(String path) {
    int slash = path.lastIndexOf('/');
    boolean top = slash == 0 || (slash == 2 && path.charAt(1) == ':');
    return slash < 0 ? path : path.substring(0, top ? slash + 1 : slash);
  }
}
