package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.fact.guest.DhcpLease;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fuzz.Samples;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any words, written as each program writes them, are read again as they were. */
class RoundTripFuzzTest {

  private static final int LONGEST = 200;
  private static final int DEEPEST = 60;

  static Stream<byte[]> words() {
    return Samples.of(
        "freeze failed",
        "a \"b\" \\c\\ <d> & 'e' \u00e4\u6642\ud83d\ude00",
        "[TRUNCATED]",
        "{\"status\": 1}",
        "{\"a\": [1, \"x\", {\"b\": null}], \"c\": \"\\u0041\\ud83d\\ude00\\ud83d\\b\"}",
        "State: [8] Failed");
  }

  @MethodSource("words")
  @FuzzTest
  void statusJson(byte[] bytes) {
    String words = words(bytes);
    ExtensionStatus status =
        StatusFile.parse(
            FileContent.of("/s/1.status", SampleTexts.status(7, "error", SampleTexts.RUN, words)),
            "1.0",
            1);

    assertThat(status.reading()).isEqualTo(ExtensionStatus.Reading.READ);
    assertThat(status.outcome().code()).isEqualTo(7);
    assertThat(status.outcome().message()).isEqualTo(words);
    assertThat(status.at()).isEqualTo(SampleTexts.RUN.truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * What Python takes is read alike where damage is allowed, but for its words that are no JSON.
   */
  @MethodSource("words")
  @FuzzTest
  void soundJson(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\0", "").replace("\uFEFF", "");
    StrictJson.Result strict = StrictJson.parse(text);
    boolean words = text.contains("NaN") || text.contains("Infinity");
    boolean deep = text.chars().filter(c -> c == '[' || c == '{').count() > DEEPEST;
    if (strict.problemLine() == 0 && !words && !deep) {
      JsonValue loose = JsonValue.read(text);
      assertThat(loose.isWhole()).isTrue();
      compare(strict.value(), loose);
    }
  }

  private static void compare(Object strict, JsonValue loose) {
    if (strict instanceof Map<?, ?> members) {
      assertThat(loose.fields().keySet()).isEqualTo(members.keySet());
      members.forEach((name, value) -> compare(value, loose.get((String) name)));
    } else if (strict instanceof List<?> items) {
      assertThat(loose.items()).hasSameSizeAs(items);
      for (int i = 0; i < items.size(); i++) {
        compare(items.get(i), loose.items().get(i));
      }
    } else if (strict instanceof String text) {
      String shown = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      assertThat(loose.text()).isEqualTo(shown.replace('\b', ' ').replace('\f', ' '));
    } else if (strict instanceof Boolean yes) {
      assertThat(loose.isTrue()).isEqualTo(yes);
    }
  }

  @MethodSource("words")
  @FuzzTest
  void registryExport(byte[] bytes) {
    String words = words(bytes);
    String data =
        HexFormat.ofDelimiter(",").formatHex((words + "\0").getBytes(StandardCharsets.UTF_16LE));
    String text =
        "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\A]\r\n"
            + quoted(words)
            + "=dword:0000000a\r\n\"plain\"="
            + quoted(words)
            + "\r\n\"hex\"=hex(1):"
            + data.replace("0,", "0,\\\r\n  ")
            + "\r\n";

    RegistryKey key = Objects.requireNonNull(RegExport.of(text)).key("HKLM\\A", 0, 9);
    assertThat(key.values())
        .containsExactly(
            new RegistryValue(words, "REG_DWORD", "10"),
            new RegistryValue("plain", "REG_SZ", words),
            new RegistryValue("hex", "REG_SZ", words));
  }

  @MethodSource("words")
  @FuzzTest
  void eventXml(byte[] bytes) {
    String words = words(bytes);
    String text =
        "<Event xmlns='x'><System><Provider Name='VSS'/><EventID>8193</EventID><TimeCreated"
            + " SystemTime='2026-03-14T02:15:09Z'/><Channel>Application</Channel></System>"
            + "<EventData><Data Name='x'>"
            + escaped(words)
            + "</Data></EventData></Event>";

    assertThat(WindowsEventXml.parse("before\n" + text + text, "input"))
        .hasSize(2)
        .allSatisfy(
            event -> {
              assertThat(event.id()).isEqualTo(8193);
              assertThat(event.data()).containsExactly(words);
              assertThat(event.line()).isEqualTo(2);
            });
    assertThat(WindowsEventXml.without(text)).isBlank();
  }

  @MethodSource("words")
  @FuzzTest
  void vssWriters(byte[] bytes) {
    String name = ("W" + words(bytes).replaceAll("[^\\p{L}\\p{N} ()._-]", "")).strip();
    String writer =
        "Writer name: '"
            + name
            + "'\r\n   Writer Id: {e8132975-6f93-4464-a53e-1050253ae220}\r\n"
            + "   Writer Instance Id: {11112222-3333-4444-8555-66667777888%d}\r\n"
            + "   State: [%d] Words\r\n   Last error: No error\r\n\r\n";
    String text = String.format("%s%s", writer.formatted(1, 1), writer.formatted(2, 5));

    assertThat(VssWriterList.parse(text))
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.name()).isEqualTo(name));
  }

  @MethodSource("words")
  @FuzzTest
  void lease(byte[] bytes) {
    String device = words(bytes).replaceAll("[^A-Za-z0-9.:-]", "x");
    List<DhcpLease> leases =
        DhcpLeases.read(
            FileContent.of(
                "/var/lib/dhcp/dhclient.leases",
                "lease {\n  interface \""
                    + device
                    + "\";\n  option unknown-245 a8:3f:81:10;\n"
                    + "  expire 6 2026/03/14 02:15:52;\n}\n"));

    assertThat(leases).hasSize(1);
    assertThat(leases.get(0).device()).isEqualTo(device);
  }

  /** One line of letters, as these programs can write them. */
  private static String words(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    String words =
        text.codePoints()
            .filter(
                c -> !Character.isISOControl(c) && c != '\u2028' && c != '\u2029' && c != '\ufeff')
            .limit(LONGEST)
            .mapToObj(Character::toString)
            .collect(Collectors.joining())
            .strip();
    return words.isEmpty() ? "x" : words;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
