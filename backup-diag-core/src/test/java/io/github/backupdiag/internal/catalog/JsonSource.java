package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.CatalogSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A catalog given as text, which notes what is opened. Single quotes stand for double ones. */
final class JsonSource implements CatalogSource {

  /**
   * A catalog with one entry of each kind and nothing wrong; two causes, one leads to the other.
   */
  static final String SOUND =
      """
      {'schemaVersion': '1.0',
       'codes': [
        {'code': 'DiskError', 'aliases': ['DiskTrouble'], 'causes': ['disk-full'], 'retryable': 'no'}],
       'causes': [
        {'id': 'disk-full', 'kind': 'fault', 'topic': 'disk', 'os': ['linux'], 'planes': ['guest'],
         'prior': 'often', 'leadsTo': ['disk-slow'], 'remediations': ['free-disk']},
        {'id': 'disk-slow', 'kind': 'fault', 'topic': 'disk', 'os': ['linux'], 'planes': ['guest'],
         'prior': 'rarely', 'leadsTo': [], 'remediations': ['free-disk']}],
       'remediations': [
        {'id': 'free-disk', 'os': ['linux'], 'risk': 'service-restart', 'steps': [
          {'id': 'warning', 'kind': 'text'},
          {'id': 'remove', 'kind': 'bash', 'command': 'rm {path}'}]}],
       'signatures': [
        {'id': 'no-space', 'log': 'waagent', 'os': 'linux', 'literal': 'No space', 'severity': 'error',
         'causes': ['disk-full'], 'proves': true, 'milestone': 0}],
       'messages': [
        {'code': 'DiskError', 'language': 'en', 'text': 'The disk is full.', 'fragment': false}],
       'defects': [
        {'id': 'old-disk', 'component': 'disk', 'versions': {'min': '1.0', 'below': '1.2'},
         'condition': {'python': '3.12', 'distributions': ['sles'], 'distributionVersion': '15'},
         'symptoms': [{'signature': 'no-space', 'alsoHolds': 'left', 'atLeast': 2}],
         'causes': ['disk-full'], 'fixedIn': '1.2'}],
       'checks': [
        {'id': 'guest.linux.acme-disk', 'plane': 'guest', 'os': ['linux'], 'strength': 'proves',
         'proves': ['disk-full']},
        {'id': 'azure.acme-disk', 'plane': 'azure', 'os': ['linux', 'windows'], 'strength': 'suggests',
         'actions': ['Microsoft.Compute/disks/read']}],
       'errors': [
        {'kind': 'acme', 'value': '0x80042301', 'symbol': 'E_DISK', 'decimals': [-2147212543],
         'retryable': 'no', 'causes': ['disk-slow'], 'codes': ['DiskError']}]}
      """;

  final List<String> opened = new ArrayList<>();
  private final String id;
  private final String document;
  private final Map<String, String> texts = new TreeMap<>();

  private JsonSource(String id, String document) {
    this.id = id;
    this.document = document;
  }

  static JsonSource of(String id, String document) {
    return new JsonSource(id, document);
  }

  JsonSource texts(String language, String json) {
    texts.put(language, json);
    return this;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public InputStream open() throws IOException {
    opened.add("entries");
    return stream(document);
  }

  @Override
  public List<String> languages() {
    return List.copyOf(texts.keySet());
  }

  @Override
  public InputStream openTexts(String language) {
    opened.add(language);
    return stream(texts.get(language));
  }

  private static InputStream stream(String json) {
    String text = json.replace('\'', '"').replace('´', '\'');
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
