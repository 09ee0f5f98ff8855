package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.backupdiag.fact.guest.VssProvider;
import io.github.backupdiag.fact.guest.VssWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VssListsTest {

  private static final String SYSTEM = "e8132975-6f93-4464-a53e-1050253ae220";
  private static final String SQL = "a65faa63-5ea8-4ebc-9dbd-a0c4db26912a";
  private static final String ONE = "11112222-3333-4444-8555-666677778888";
  private static final String TWO = "99990000-aaaa-4bbb-8ccc-ddddeeeeffff";

  private static final String ENGLISH =
      """
      vssadmin 1.1 - Volume Shadow Copy Service administrative command-line tool
      (C) Copyright 2001-2013 Microsoft Corp.

      Writer name: 'System Writer'
         Writer Id: {E8132975-6F93-4464-A53E-1050253AE220}
         Writer Instance Id: {11112222-3333-4444-8555-666677778888}
         State: [1] Stable
         Last error: No error

      Writer name: 'SqlServerWriter'
         Writer Id: {a65faa63-5ea8-4ebc-9dbd-a0c4db26912a}
         Writer Instance Id: {99990000-aaaa-4bbb-8ccc-ddddeeeeffff}
         State: [8] Failed
         Last error: Non-retryable error
      """;

  private static final String GERMAN =
      """
      Verfassername: "System Writer"
         Verfasserkennung: {e8132975-6f93-4464-a53e-1050253ae220}
         Verfasserinstanzkennung: {11112222-3333-4444-8555-666677778888}
         Status: [1] Stabil
         Letzter Fehler: Kein Fehler

      Verfassername: "SqlServerWriter"
         Verfasserkennung: {a65faa63-5ea8-4ebc-9dbd-a0c4db26912a}
         Verfasserinstanzkennung: {99990000-aaaa-4bbb-8ccc-ddddeeeeffff}
         Status: [7] Fehlgeschlagen
         Letzter Fehler: Wiederholbarer Fehler
      """;

  private static final String JAPANESE =
      """
      ライター名: 'Registry Writer'
         ライター Id: {afbab4a2-367d-4d15-a586-71dbb18f8485}
         ライター インスタンス Id: {11112222-3333-4444-8555-666677778888}
         状態: [9] 失敗
         最後のエラー: タイムアウト
      """;

  @Test
  void readsEveryBlockWithItsLine() {
    assertThat(VssWriterList.parse(ENGLISH))
        .containsExactly(
            new VssWriter("System Writer", SYSTEM, ONE, 1, VssWriter.NO_ERROR, "No error", 5),
            new VssWriter("SqlServerWriter", SQL, TWO, 8, "0x800423f4", "Non-retryable error", 11));
  }

  @Test
  void readsTranslatedLabelsByTheirOrder() {
    assertThat(VssWriterList.parse(GERMAN))
        .extracting(VssWriter::name, VssWriter::state, VssWriter::error)
        .containsExactly(
            tuple("System Writer", 1, VssWriter.NO_ERROR),
            tuple("SqlServerWriter", 7, "0x800423f3"));
    assertThat(VssWriterList.parse(JAPANESE))
        .extracting(VssWriter::state, VssWriter::error, VssWriter::errorText)
        .containsExactly(tuple(9, "", "タイムアウト"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "IBM437", "US-ASCII", "GBK", "Big5"})
  void keepsIdsAndStatesOfTextInTheWrongCodePage(String page) {
    byte[] japanese = JAPANESE.getBytes(Charset.forName("windows-31j"));
    String damaged = new String(japanese, Charset.forName(page));

    assertThat(VssWriterList.parse(damaged))
        .extracting(VssWriter::writerId, VssWriter::instanceId, VssWriter::state)
        .containsExactly(tuple("afbab4a2-367d-4d15-a586-71dbb18f8485", ONE, 9));
  }

  @Test
  void keepsIdsAndStatesBetweenQuestionMarks() {
    String damaged =
        new String(JAPANESE.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);

    assertThat(VssWriterList.parse(damaged.replace('\'', '?')))
        .extracting(VssWriter::name, VssWriter::state)
        .containsExactly(tuple("Registry Writer", 9));
  }

  @Test
  void takesTheErrorThatStableWritersShareForNone() {
    String stable = "X: 'A'\n I: {%s}\n J: {%s}\n S: [1] bon\n E: aucune erreur\n";
    String failed = "X: 'B'\n I: {%s}\n J: {%s}\n S: [11] faux\n E: d\u00e9lai\n";
    String text = (stable + stable + failed).replace("%s", ONE);

    assertThat(VssWriterList.parse(text))
        .extracting(VssWriter::error)
        .containsExactly(VssWriter.NO_ERROR, VssWriter.NO_ERROR, "");
  }

  @Test
  void readsBlocksThatATicketJoinedToOneLine() {
    assertThat(VssWriterList.parse(ENGLISH.replaceAll("\\s+", " ")))
        .extracting(VssWriter::name, VssWriter::state, VssWriter::error)
        .containsExactly(
            tuple("System Writer", 1, VssWriter.NO_ERROR),
            tuple("SqlServerWriter", 8, "0x800423f4"));
  }

  @Test
  void readsWhatIsLeftOfABlockWithoutItsIds() {
    assertThat(
            VssWriterList.parse(
                "Writer name: 'SqlServerWriter'\n   State: [10] Failed\n   Last error: Timed out\n"))
        .containsExactly(
            new VssWriter("SqlServerWriter", "", "", 10, "0x800423f2", "Timed out", 1));
  }

  @Test
  void readsTheSymbolsOfDiskshadow() {
    String text =
        """
        Listing writer status ...
        * WRITER "System Writer"
                - Status: 9 (VSS_WS_FAILED_AT_FREEZE)
                - Writer Failure code: 0x800423F2 (VSS_E_WRITERERROR_TIMEOUT)
                - Writer ID: {e8132975-6f93-4464-a53e-1050253ae220}
                - Instance ID: {11112222-3333-4444-8555-666677778888}
        1 writers listed.
        """;

    assertThat(VssWriterList.parse(text))
        .containsExactly(
            new VssWriter(
                "System Writer", SYSTEM, ONE, 9, "0x800423f2", "VSS_E_WRITERERROR_TIMEOUT", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "array[1] {11112222-3333-4444-8555-666677778888}",
        "name: 'x'\n [1]\n",
        "{11112222-3333-4444-8555-666677778888} {11112222-3333-4444-8555-666677778888} [16]",
      })
  void takesOtherTextForNoWriter(String text) {
    assertThat(VssWriterList.parse(text)).isEmpty();
  }

  @Test
  void readsProvidersOfAnyLanguage() {
    String text =
        """
        Provider name: 'Microsoft Software Shadow Copy provider 1.0'
           Provider type: System
           Provider Id: {b5946137-7b9f-4925-af80-51abd60b20d5}
           Version: 1.0.0.7

        プロバイダー名: 'Example Vendor Provider'
           プロバイダーの種類: 何か
           プロバイダー Id: {12345678-1234-4234-8234-123456789ABC}
           バージョン: 3.2.0.1
        """;

    assertThat(VssProviderList.parse(text))
        .isEqualTo(
            List.of(
                new VssProvider(
                    "Microsoft Software Shadow Copy provider 1.0",
                    VssProvider.MICROSOFT,
                    1,
                    "1.0.0.7",
                    1),
                new VssProvider(
                    "Example Vendor Provider",
                    "12345678-1234-4234-8234-123456789abc",
                    0,
                    "3.2.0.1",
                    6)));
    assertThat(VssProviderList.parse(ENGLISH)).isEmpty();
  }
}
