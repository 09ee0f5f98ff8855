package io.github.backupdiag.internal.engine;

import io.github.backupdiag.catalog.CatalogSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A catalog put together in a test: ids are given a prefix so that they meet none of ours. */
final class SmallCatalog implements CatalogSource {

  private final Map<String, String> causes = new LinkedHashMap<>();
  private final List<String> codes = new ArrayList<>();
  private final List<String> signatures = new ArrayList<>();

  static SmallCatalog of(String... causeIds) {
    SmallCatalog catalog = new SmallCatalog();
    Arrays.stream(causeIds).forEach(id -> catalog.cause(id, "fault", "sometimes"));
    return catalog;
  }

  SmallCatalog cause(String id, String kind, String prior, String... leadsTo) {
    causes.put(
        id,
        """
        {"id":"%s","kind":"%s","topic":"test","os":["linux","windows"],"planes":["guest"],
         "prior":"%s","leadsTo":%s,"checks":[],"remediations":["test-remedy"],"sources":[]}"""
            .formatted(id, kind, prior, json(leadsTo)));
    return this;
  }

  SmallCatalog code(String code, String... causeIds) {
    codes.add("{\"code\":\"%s\",\"causes\":%s}".formatted(code, json(causeIds)));
    return this;
  }

  SmallCatalog codeOfTopic(String code, String topic, String... causeIds) {
    codes.add(
        "{\"code\":\"%s\",\"topic\":\"%s\",\"causes\":%s}".formatted(code, topic, json(causeIds)));
    return this;
  }

  SmallCatalog signature(String id, boolean proves, String... causeIds) {
    signatures.add(
        """
        {"id":"%s","log":"waagent","os":"linux","literal":"%s","severity":"error",
         "causes":%s,"proves":%s,"sources":[]}"""
            .formatted(id, id, json(causeIds), proves));
    return this;
  }

  private static String json(String... texts) {
    return Arrays.stream(texts).map(text -> '"' + text + '"').toList().toString();
  }

  @Override
  public String id() {
    return "small";
  }

  @Override
  public InputStream open() {
    String document =
        """
        {"schemaVersion":"1.0","codes":[%s],"causes":[%s],"signatures":[%s],
         "remediations":[{"id":"test-remedy","os":["linux","windows"],"risk":"none",
           "steps":[{"id":"do","kind":"bash","command":"ls {path}"}],"sources":[]}]}"""
            .formatted(
                String.join(",", codes),
                String.join(",", causes.values()),
                String.join(",", signatures));
    return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
  }
}
