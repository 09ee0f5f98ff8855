package io.github.backupdiag.reference;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.CatalogSource;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A small catalog beside ours, made up to hold what ours may not hold: an error without a code, a
 * dangerous cause, hostile texts. Single quotes stand for double ones.
 */
final class MadeUp implements CatalogSource {

  static final String ATTACK = "</p><script>alert(1)</script><img src=x onerror=´a´>&amp;\u202e";

  private static final String ENTRIES =
      """
      {'schemaVersion': '1.0',
       'codes': [
        {'code': 'OurOwnKey', 'synthetic': true, 'causes': ['made-up-fault'], 'retryable': 'yes',
         'retryReason': 'passes', 'retryStated': true},
        {'code': 'MadeUpOld', 'aliases': ['MadeUpAlias'], 'numbers': [987654], 'retryable': 'no',
         'obsolete': {'reason': 'old', 'since': '2023-09'}, 'matchOnlyIn': ['extension-status'],
         'causes': ['made-up-danger', 'made-up-fault']}],
       'causes': [
        {'id': 'made-up-danger', 'kind': 'fault', 'topic': 'made-up', 'os': ['linux'],
         'planes': ['guest', 'azure'], 'prior': 'often', 'danger': true,
         'leadsTo': ['made-up-fault'], 'checks': ['azure.made-up', 'guest.linux.made-up'],
         'remediations': ['made-up-remedy']},
        {'id': 'made-up-fault', 'kind': 'fault', 'topic': 'made-up', 'os': ['linux', 'windows'],
         'planes': ['guest'], 'prior': 'rarely', 'leadsTo': [], 'notCheckable': true,
         'remediations': ['made-up-remedy']}],
       'remediations': [
        {'id': 'made-up-remedy', 'os': ['linux', 'windows'], 'risk': 'connection-loss', 'steps': [
          {'id': 'warning', 'kind': 'text'},
          {'id': 'look', 'kind': 'portal'},
          {'id': 'remove', 'kind': 'powershell', 'os': ['windows'],
           'command': 'Remove-Item {path} & <nul'}]}],
       'checks': [
        {'id': 'azure.made-up', 'plane': 'azure', 'os': ['linux'], 'strength': 'proves',
         'proves': ['made-up-danger'], 'actions': ['Made.Up/things/read']},
        {'id': 'guest.linux.made-up', 'plane': 'guest', 'os': ['linux'], 'strength': 'context',
         'proves': []}],
       'errors': [
        {'kind': 'made-up', 'value': '0x0badf00d', 'symbol': 'E_MADE_UP', 'decimals': [195948557],
         'retryable': 'no', 'causes': ['made-up-fault'], 'codes': ['MadeUpOld']}],
       'messages': [
        {'code': 'MadeUpOld', 'language': 'ja', 'text': 'ATTACK', 'fragment': true},
        {'code': 'MadeUpOld', 'language': 'zh-TW', 'text': '假的錯誤訊息', 'fragment': false},
        {'code': 'MadeUpOld', 'language': 'en', 'text': 'Made up message.', 'fragment': false}]}
      """;

  private static final String ENGLISH =
      """
      {'schemaVersion': '1.0', 'language': 'en', 'reviewed': true, 'texts': {
        'code.OurOwnKey.title': 'An error without a code',
        'code.OurOwnKey.meaning': 'Nothing names it.',
        'code.MadeUpOld.title': 'ATTACK',
        'code.MadeUpOld.meaning': 'ATTACK',
        'cause.made-up-danger.title': 'ATTACK',
        'cause.made-up-danger.summary': 'ATTACK',
        'cause.made-up-danger.check': 'ATTACK',
        'cause.made-up-fault.title': 'A fault',
        'cause.made-up-fault.summary': 'Only English.',
        'cause.made-up-fault.notCheckable': 'No call shows it.',
        'check.azure.made-up.title': 'Made up on Azure',
        'error.made-up.0x0badf00d.meaning': 'The food was bad.',
        'check.guest.linux.made-up.title': 'The made-up check',
        'check.guest.linux.made-up.look': 'It looks at nothing.',
        'remediation.made-up-remedy.title': 'ATTACK',
        'step.made-up-remedy.warning.text': 'The line goes dead.',
        'step.made-up-remedy.look.text': 'Look at {path}.',
        'step.made-up-remedy.remove.text': 'ATTACK',
        'step.made-up-remedy.remove.verify': 'It is gone.',
        'report.danger.first': 'Danger: data may be lost.',
        'report.risk.connection-loss': 'the line may go dead',
        'report.warning': 'Caution, {risk}. {text}',
        'report.verify': 'Check: {text}'}}
      """;

  private static final String CHINESE =
      """
      {'schemaVersion': '1.0', 'language': 'zh-Hant', 'reviewed': false, 'texts': {
        'code.OurOwnKey.title': '沒有代碼的錯誤',
        'cause.made-up-fault.title': '捏造的故障'}}
      """;

  private final Map<String, String> texts = new TreeMap<>();

  MadeUp() {
    texts.put("en", ENGLISH);
    texts.put("zh-Hant", CHINESE);
  }

  /** Makes the site of this catalog alone. */
  static SortedMap<String, String> alone() {
    return site(LoadedCatalog.onlyOf(List.of(new MadeUp())));
  }

  /** Makes the site of our catalog with this one. */
  static SortedMap<String, String> withOurs() {
    return site(LoadedCatalog.joined(List.of(new MadeUp())));
  }

  private static SortedMap<String, String> site(Catalog catalog) {
    DiagnosticDescriptor rule =
        DiagnosticDescriptor.of("made-up.rule", "made-up-danger")
            .corroborating()
            .checks("guest.linux.made-up");
    return ReferenceSite.files(catalog, List.of(rule), "1.2.3");
  }

  @Override
  public String id() {
    return "made-up";
  }

  @Override
  public InputStream open() {
    return stream(ENTRIES);
  }

  @Override
  public List<String> languages() {
    return List.copyOf(texts.keySet());
  }

  @Override
  public InputStream openTexts(String language) {
    return stream(texts.get(language));
  }

  private static InputStream stream(String json) {
    String text = json.replace("ATTACK", ATTACK).replace('\'', '"').replace('´', '\'');
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
