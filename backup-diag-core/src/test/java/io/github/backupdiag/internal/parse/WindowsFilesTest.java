package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.OddImagePath.Problem;
import io.github.backupdiag.fact.guest.ShadowCopies;
import io.github.backupdiag.fact.guest.ShadowStorage;
import io.github.backupdiag.fact.guest.SqlWriterError;
import io.github.backupdiag.fact.guest.SqlWriterLog;
import io.github.backupdiag.guestaccess.FileContent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsFilesTest {

  private static final String ID = "{BBBB2222-0000-4000-8000-000000000004}";
  private static final String VOLUME = "\\\\?\\Volume" + ID + "\\";

  static List<String> storages() {
    return List.of(
        storage(
            "Shadow Copy Storage association",
            "For volume",
            "Shadow Copy Storage volume",
            "Used Shadow Copy Storage space: 9.81 GB (9%)",
            "Allocated Shadow Copy Storage space: 10.0 GB (10%)",
            "Maximum Shadow Copy Storage space: 10.0 GB (10%)"),
        storage(
            "Schattenkopie-Speicherassoziation",
            "F\u00fcr Volume",
            "Schattenkopie-Speichervolume",
            "Verwendeter Schattenkopie-Speicherbereich: 9,81 GB (9%)",
            "Zugewiesener Schattenkopie-Speicherbereich: 10,0 GB (10%)",
            "Maximaler Schattenkopie-Speicherbereich: 10,0 GB (10%)"),
        storage(
            "Association de stockage du clich\u00e9 instantan\u00e9",
            "Pour le volume",
            "Volume de stockage du clich\u00e9 instantan\u00e9",
            "Espace de stockage utilis\u00e9\u00a0: 9,81 Go (9 %)",
            "Espace de stockage allou\u00e9\u00a0: 10,0 Go (10 %)",
            "Espace de stockage maximal\u00a0: 10,0 Go (10 %)"),
        storage(
            "\u30b7\u30e3\u30c9\u30a6 \u30b3\u30d4\u30fc\u8a18\u61b6\u57df\u306e\u95a2\u9023\u4ed8\u3051",
            "\u5bfe\u8c61\u30dc\u30ea\u30e5\u30fc\u30e0",
            "\u8a18\u61b6\u57df\u30dc\u30ea\u30e5\u30fc\u30e0",
            "\u4f7f\u7528\u9818\u57df: 9.81 GB (9%)",
            "\u5272\u308a\u5f53\u3066\u9818\u57df: 10.0 GB (10%)",
            "\u6700\u5927\u9818\u57df: 10.0 GB (10%)"),
        storage(
            "Skojarzenie magazynu kopii w tle",
            "Dla woluminu",
            "Wolumin magazynu kopii w tle",
            "U\u017cywane miejsce: 9,81 GB (9%)",
            "Przydzielone miejsce: 10,0 GB (10%)",
            "Maksymalne miejsce: 10,0 GB (10%)"));
  }

  private static String storage(
      String head, String volume, String store, String used, String allocated, String maximum) {
    return "vssadmin 1.1\n(C) Copyright 2001-2013 Microsoft Corp.\n\n"
        + (head + "\n   " + volume + ": (c:)" + VOLUME + "\n   " + store + ": (C:)" + VOLUME)
        + ("\n   " + used + "\n   " + allocated + "\n   " + maximum + "\n\n");
  }

  @ParameterizedTest
  @MethodSource("storages")
  void readsStoragesInAnyLanguage(String text) {
    long tenGb = 10L << 30;
    assertThat(ShadowStorageList.parse(text))
        .containsExactly(new ShadowStorage("C:", "C:", 10533407293L, tenGb, tenGb, 10, 5));
    assertThat(ShadowStorageList.parse(text).get(0).isFull()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("storages")
  void readsStoragesThroughTheWrongCodePage(String text) {
    String damaged =
        new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
    assertThat(ShadowStorageList.parse(damaged))
        .singleElement()
        .extracting(ShadowStorage::maximumBytes)
        .isEqualTo(10L << 30);
  }

  @Test
  void aLimitThatIsAWordIsNone() {
    String text =
        storage("x", "a", "b", "Used: 0 B (0%)", "Alloc: 0 B (0%)", "Max: UNBOUNDED (100%)");
    ShadowStorage storage = ShadowStorageList.parse(text.replace("(c:)", "")).get(0);

    assertThat(storage.volume()).isEqualTo("bbbb2222-0000-4000-8000-000000000004");
    assertThat(storage.maximumBytes()).isNull();
    assertThat(storage.isFull()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "No items found that satisfy the query.", "Error: You don't have the rights"})
  void noStorageIsNone(String text) {
    assertThat(ShadowStorageList.parse(text)).isEmpty();
    assertThat(ShadowStorageList.copies(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0 B; 0",
        "320 MB; 335544320",
        "1,023 MB; 1072693248",
        "1.023,5 MB; 1073217536",
        "1\u00a0023,5 Mo; 1073217536",
        "2,0 \u0413\u0411; 2147483648",
        "3 t; 3",
        "1 TB (1%); 1099511627776"
      })
  void readsSizesOfManyLocales(String text, long bytes) {
    assertThat(PrintedSize.parse(text).bytes()).isEqualTo(bytes);
  }

  @Test
  void countsCopiesByVolume() {
    String copy =
        """
              ID: {aaaa1111-0000-4000-8000-000000000002}
                 Volume: (C:)\\\\?\\Volume{bbbb2222-0000-4000-8000-000000000003}\\
                 Kopie: \\\\?\\GLOBALROOT\\Device\\HarddiskVolumeShadowCopy4
        """;
    assertThat(ShadowStorageList.copies(copy + copy)).containsExactly(new ShadowCopies("C:", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\Windows\\system32\\svchost.exe -k netsvcs -p",
        "\"C:\\Program Files\\Acme\\a.exe\" --service",
        "C:\\Program Files\\Acme\\a.exe --url http://x/?a|b",
        "%SystemRoot%\\system32\\vssvc.exe",
        "\\SystemRoot\\System32\\drivers\\a.sys",
        "System32\\drivers\\a.sys",
        "\\??\\C:\\Acme\\a.sys",
        "system32\\DRIVERS\\VolSnap.sys",
        "acme.exe",
        "d:/acme/a.exe"
      })
  void commonPathsAreNotOdd(String path) {
    assertThat(ImagePaths.judge("a", path)).isNull();
  }

  @Test
  void pathsThatLeadNowhereAreOdd() {
    assertThat(ImagePaths.judge("a", " ").problem()).isEqualTo(Problem.EMPTY);
    assertThat(ImagePaths.judge("a", "\"\"").problem()).isEqualTo(Problem.EMPTY);
    assertThat(ImagePaths.judge("a", "\"C:\\a b\\c.exe").problem())
        .isEqualTo(Problem.UNCLOSED_QUOTE);
    assertThat(ImagePaths.judge("a", "C:\\a<b>\\c.exe").problem())
        .isEqualTo(Problem.FORBIDDEN_CHARACTER);
    assertThat(ImagePaths.judge("a", "??? !").problem()).isEqualTo(Problem.NO_PATH);
  }

  private static final String SQL =
      """
      [01/11/2021 02:57:02, TID 5a88] Entering SQL Writer OnPrepareBackup.
      [01/11/2021 02:57:02, TID 5a88] **  VSS SQL BACKUP BEGIN - ID: 5a88
      [01/11/2021 02:57:03, TID 5a88] Entering SQL Writer OnPrepareSnapshot.
      [01/11/2021 02:57:03, TID 5a88] HRESULT EXCEPTION CAUGHT: hr: 0x80780002
      [01/11/2021 02:57:03, TID 5a88] Entering SQL Writer OnAbort.
      """;

  @Test
  void readsTheErrorsOfSqlWriterInTheZoneOfTheGuest() {
    SqlWriterLog log =
        SqlWriterLogFile.read(List.of(FileContent.of("/l", SQL)), Duration.ofHours(-1));

    assertThat(log.errors())
        .containsExactly(
            new SqlWriterError(
                "01/11/2021 02:57:03",
                Instant.parse("2021-01-11T01:57:03Z"),
                "0x80780002",
                "OnPrepareSnapshot",
                "/l",
                4,
                "[01/11/2021 02:57:03, TID 5a88] HRESULT EXCEPTION CAUGHT: hr: 0x80780002"));
    assertThat(log.newest()).isEqualTo("2021-01-11T01:57:03Z");
    assertThat(log.complete()).isTrue();
  }

  @Test
  void withoutAZoneErrorsOfSqlWriterHaveNoTime() {
    byte[] wide = ("\ufeff" + SQL).getBytes(StandardCharsets.UTF_16LE);
    SqlWriterLog log =
        SqlWriterLogFile.read(List.of(new FileContent("/l", wide, 0, wide.length, null)), null);

    assertThat(log.errors()).singleElement().extracting(SqlWriterError::time).isNull();
    assertThat(log.newest()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void decodesFilesWithAndWithoutAMark(String charset) {
    for (String text : List.of("\ufeff[00000014] x\n", "[00000014] x \u00e4\n")) {
      byte[] bytes = text.getBytes(Charset.forName(charset));
      FileContent plain = WindowsBytes.utf8(new FileContent("/a", bytes, 0, bytes.length, null));

      assertThat(plain.text()).isEqualTo(text.replace("\ufeff", ""));
      assertThat(plain.isComplete()).isTrue();
    }
    byte[] end = "end".getBytes(StandardCharsets.UTF_16LE);
    assertThat(WindowsBytes.utf8(new FileContent("/a", end, 8, 14, null)).isComplete()).isFalse();
  }
}
