package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.PortalMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The messages of all sources. A message has no id, and what would be one is longer than the
 * message itself: they are put in order at the end, and one that comes again takes the place of the
 * first.
 */
final class Messages extends Part<PortalMessage> {

  private static final Comparator<PortalMessage> ORDER =
      Comparator.comparing(PortalMessage::code)
          .thenComparing(PortalMessage::language)
          .thenComparing(PortalMessage::text);

  private final List<Entry<PortalMessage>> written = new ArrayList<>();

  Messages() {
    super("messages", EntryReader::message);
  }

  @Override
  void add(Entry<PortalMessage> message, Problems problems) {
    written.add(message);
  }

  @Override
  Collection<Entry<PortalMessage>> entries() {
    return written;
  }

  @Override
  List<PortalMessage> sorted() {
    List<PortalMessage> sorted = new ArrayList<>(written.size());
    written.forEach(message -> sorted.add(message.value()));
    sorted.sort(ORDER);
    List<PortalMessage> distinct = new ArrayList<>(sorted.size());
    for (int i = 0; i < sorted.size(); i++) {
      if (i + 1 == sorted.size() || ORDER.compare(sorted.get(i), sorted.get(i + 1)) != 0) {
        distinct.add(sorted.get(i));
      }
    }
    return List.copyOf(distinct);
  }
}
