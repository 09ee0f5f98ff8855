package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.internal.catalog.Problems.Place;
import io.github.backupdiag.internal.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All entries of one kind, from all sources, by id, in the order in which they were written. */
class Part<T> {

  private final String kind;
  private final EntryReader.Reader<T> reader;
  private final Map<String, Entry<T>> byId = new LinkedHashMap<>();
  private final List<Entry<T>> written = new ArrayList<>();
  private final Lazy<List<T>> values = new Lazy<>(this::sorted);

  /** By id, the place among the written ones of the entry that took the place of all before it. */
  private final Map<String, Integer> replacedBefore = new HashMap<>();

  Part(String kind, EntryReader.Reader<T> reader) {
    this.kind = kind;
    this.reader = reader;
  }

  String kind() {
    return kind;
  }

  /** Adds the entries of this kind that a document has. */
  void add(Documents.Document document, Problems problems) {
    Json entries = document.root().fields().get(kind);
    if (entries == null) {
      return;
    }
    for (Json item : entries.items()) {
      Fields fields = new Fields(item, document.file(), problems);
      if (fields.isObject()) {
        Entry<T> entry = reader.read(fields, problems);
        fields.refuseOthers();
        if (!entry.id().isEmpty()) {
          add(entry, problems);
        }
      }
    }
  }

  void add(Entry<T> entry, Problems problems) {
    Entry<T> other = byId.get(entry.id());
    if (entry.mode() == Entry.Mode.NEW && other != null) {
      problems.add(
          entry.place(),
          "'"
              + entry.id()
              + "' of '"
              + kind
              + "' is defined at "
              + other.place()
              + " already; rename it, or say \"replaces\": true");
      return;
    }
    if (entry.mode() == Entry.Mode.EXTENDS) {
      extend(entry, problems);
      return;
    }
    if (other != null) {
      replacedBefore.put(entry.id(), written.size());
    }
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
    if (replacedBefore.isEmpty()) {
      return written;
    }
    List<Entry<T>> left = new ArrayList<>(written.size());
    for (int i = 0; i < written.size(); i++) {
      if (i >= replacedBefore.getOrDefault(written.get(i).id(), 0)) {
        left.add(written.get(i));
      }
    }
    return left;
  }

  /** Gives what the entries hold, in alphabetical order of their ids. */
  List<T> values() {
    return values.get();
  }

  List<T> sorted() {
    return byId.values().stream()
        .sorted(Comparator.comparing(Entry::id))
        .map(Entry::value)
        .toList();
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
