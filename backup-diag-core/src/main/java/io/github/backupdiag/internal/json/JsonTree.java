package io.github.backupdiag.internal.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds the tree of one document. Short texts that come again, as ids do, are kept once: entries
 * outlive the tree, and a million of them would hold a million copies.
 */
final class JsonTree {

  private static final int FEW = 16;
  private static final int SLOTS = 1 << 12;
  private static final int LONGEST_SHARED = 64;

  private final JsonParser parser;
  private final String[] shared = new String[SLOTS];

  JsonTree(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads the node that begins at the current token. */
  Json node() throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    JsonToken token = parser.currentToken();
    Object value =
        switch (token) {
          case START_OBJECT -> object();
          case START_ARRAY -> array();
          case VALUE_STRING -> shared(parser.getText());
          case VALUE_NUMBER_INT -> parser.getLongValue();
          case VALUE_NUMBER_FLOAT -> (Object) parser.getDoubleValue();
          case VALUE_TRUE -> true;
          case VALUE_FALSE -> false;
          default -> null;
        };
    return new Json(value, line);
  }

  private Map<String, Json> object() throws IOException {
    String[] names = new String[FEW];
    Json[] values = new Json[FEW];
    int size = 0;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (FewFields.find(name, names, size) >= 0) {
        throw duplicate(name);
      }
      if (size == FEW) {
        return manyFields(names, values);
      }
      parser.nextToken();
      names[size] = name;
      values[size++] = node();
    }
    return FewFields.of(names, values, size);
  }

  /** Reads on at the name of the field that is one too many. */
  private Map<String, Json> manyFields(String[] names, Json[] values) throws IOException {
    Map<String, Json> fields = new LinkedHashMap<>();
    for (int i = 0; i < FEW; i++) {
      fields.put(names[i], values[i]);
    }
    for (JsonToken at = parser.currentToken();
        at != JsonToken.END_OBJECT;
        at = parser.nextToken()) {
      String name = parser.currentName();
      if (fields.containsKey(name)) {
        throw duplicate(name);
      }
      parser.nextToken();
      fields.put(name, node());
    }
    return fields;
  }

  private JsonParseException duplicate(String name) {
    return new JsonParseException(parser, "Duplicate field '" + name + "'");
  }

  private List<Json> array() throws IOException {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node());
    }
    return items;
  }

  private String shared(String text) {
    if (text.length() > LONGEST_SHARED) {
      return text;
    }
    int hash = text.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    if (!text.equals(shared[slot])) {
      shared[slot] = text;
    }
    return shared[slot];
  }
}
