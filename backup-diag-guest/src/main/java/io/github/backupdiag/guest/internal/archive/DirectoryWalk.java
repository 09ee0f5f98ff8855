package io.github.backupdiag.guest.internal.archive;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Lists what lies below a directory. Links are listed and not followed, pipes never opened. */
final class DirectoryWalk {

  private record Folder(String name, Path path) {}

  private final Path start;
  private final Reading reading;
  private final List<Entry> entries = new ArrayList<>();
  private final Deque<Folder> open = new ArrayDeque<>();
  private boolean full;

  DirectoryWalk(Path start, Reading reading) {
    this.start = start;
    this.reading = reading;
  }

  List<Entry> entries() throws IOException {
    list(new Folder("", start));
    while (!open.isEmpty() && !full) {
      Folder folder = open.removeFirst();
      try {
        list(folder);
      } catch (IOException e) {
        reading.limits().cut(folder.path() + why(e));
      }
    }
    return entries;
  }

  private static String why(IOException e) {
    return e instanceof AccessDeniedException ? " may not be read" : " cannot be read to its end";
  }

  private void list(Folder folder) throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder.path())) {
      for (Path child : children) {
        if (!reading.takeEntry(start.toString())) {
          full = true;
          return;
        }
        take(folder, child);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  private void take(Folder folder, Path child) {
    String name = folder.name() + child.getFileName();
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isDirectory()) {
        entries.add(Entry.directory(name));
        open.add(new Folder(name + "/", child));
      } else if (attributes.isSymbolicLink()) {
        String target = Files.readSymbolicLink(child).toString();
        entries.add(Entry.link(name, target));
      } else if (attributes.isRegularFile()) {
        DiskBytes bytes = new DiskBytes(child, attributes.size());
        entries.add(Entry.file(name, new PlainContent(bytes, attributes.size())));
      } else {
        reading.limits().note(child + " is a device or a pipe and was not read");
      }
    } catch (IOException e) {
      reading.limits().note(child + " vanished or cannot be read");
    }
  }
}
