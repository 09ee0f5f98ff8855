package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.internal.catalog.Problems.Place;
import io.github.backupdiag.internal.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All entries of one kind, from all sources, by id. */
final class Part<T> {

  private final Map<String, Entry<T>> byId = new TreeMap<>();
  private final List<Entry<T>> written = new ArrayList<>();

  /** Adds the entries that a document has under a field. */
  void add(Json document, String file, String field, EntryReader.Reader<T> reader, Problems to) {
    Json entries = document.fields().get(field);
    if (entries == null) {
      return;
    }
    for (Json item : entries.items()) {
      Fields fields = new Fields(item, file, to);
      if (fields.isObject()) {
        Entry<T> entry = reader.read(fields, to);
        fields.refuseOthers();
        if (!entry.id().isEmpty()) {
          add(entry, field, to);
        }
      }
    }
  }

  private void add(Entry<T> entry, String field, Problems problems) {
    Entry<T> other = byId.get(entry.id());
    if (entry.mode() == Entry.Mode.NEW && other != null) {
      problems.add(
          entry.place(),
          "'"
              + entry.id()
              + "' of '"
              + field
              + "' is defined at "
              + other.place()
              + " already; rename it, or say \"replaces\": true");
      return;
    }
    if (entry.mode() == Entry.Mode.EXTENDS) {
      extend(entry, problems);
      return;
    }
    written.removeIf(replaced -> replaced.id().equals(entry.id()));
    written.add(entry);
    byId.put(entry.id(), entry);
  }

  private void extend(Entry<T> entry, Problems problems) {
    Entry<T> other = byId.get(entry.id());
    if (other == null) {
      problems.unknown(entry.place(), "extended code", entry.id(), byId.keySet());
      return;
    }
    written.add(entry);
    byId.put(
        entry.id(),
        new Entry<>(
            other.id(),
            CodeExtension.join(other.value(), entry.value()),
            other.place(),
            other.mode()));
  }

  Map<String, Entry<T>> byId() {
    return byId;
  }

  Collection<Entry<T>> entries() {
    return byId.values();
  }

  /** Gives the entries as they were written, each with its own place: extensions are not joined. */
  List<Entry<T>> written() {
    return written;
  }

  @Nullable T find(String id) {
    Entry<T> entry = byId.get(id);
    return entry == null ? null : entry.value();
  }

  Place placeOf(String id) {
    Entry<T> entry = byId.get(id);
    return entry == null ? new Place("?", 1) : entry.place();
  }
}
