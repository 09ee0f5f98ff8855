package io.github.backupdiag.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.intake.Recognition.Recognised;
import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {

  private static final Recognition RECOGNITION = new Recognition(LoadedCatalog.with(List.of()));

  /** A message of the portal: its language, code and text. */
  private record Message(String language, String code, String text) {}

  private static List<Message> messages() throws IOException {
    try (InputStream in =
        LoadedCatalog.class.getResourceAsStream("/io/github/backupdiag/catalog/messages.json")) {
      List<Message> messages = new ArrayList<>();
      for (Json item : Json.read(in, "messages.json").fields().get("messages").items()) {
        Map<String, Json> fields = item.fields();
        messages.add(
            new Message(
                String.valueOf(fields.get("language").value()),
                String.valueOf(fields.get("code").value()),
                String.valueOf(fields.get("text").value())));
      }
      return messages;
    }
  }

  private static boolean isRecognised(Message message, Charset charset) {
    String decoded = Decoding.decoded(message.text().getBytes(charset));
    Recognised recognised = RECOGNITION.read(decoded, 0);
    return recognised.matches().stream().map(CodeMatch::code).anyMatch(message.code()::equals);
  }

  @ParameterizedTest
  @CsvSource({
    "ko, x-windows-949",
    "ko, UTF-16LE",
    "ko, UTF-16BE",
    "ja, windows-31j",
    "ja, UTF-16LE",
    "zh-TW, x-windows-950",
    "zh-TW, UTF-16BE",
    "zh-CN, GB18030",
    "zh-CN, UTF-16LE",
    "de, windows-1252",
    "fr, windows-1252",
    "es, windows-1252",
    "de, UTF-16LE",
    "cs, windows-1250",
    "hu, windows-1250",
    "pl, windows-1250",
    "tr, windows-1254",
    "it, windows-1252",
    "nl, windows-1252",
    "sv, windows-1252",
    "pt-BR, windows-1252",
    "pt-PT, windows-1252"
  })
  void readsEachMessageInTheCharsetOfItsLanguage(String language, String charset)
      throws IOException {
    List<Message> missed = new ArrayList<>();
    int all = 0;
    for (Message message : messages()) {
      if (message.language().equals(language) && message.text().length() >= 12) {
        all++;
        if (!isRecognised(message, Charset.forName(charset))) {
          missed.add(message);
        }
      }
    }
    assertThat(all).isPositive();
    assertThat(missed.size()).as("missed of " + all + ": " + missed).isLessThanOrEqualTo(all / 50);
  }

  @ParameterizedTest
  @CsvSource({
    "x-windows-949, 어제 저녁부터 서버가 느려졌고 오늘 아침에는 접속이 전혀 되지 않습니다.",
    "x-windows-949, 안녕하세요. 첨부한 파일을 봐 주시면 감사하겠습니다.",
    "windows-31j, お世話になっております。昨夜から電源を入れ直しても改善しません。",
    "windows-31j, 添付の画面をご覧ください。よろしくお願いいたします。",
    "x-windows-950, 您好，昨天晚上伺服器突然變慢，今天早上完全連不上去。",
    "x-windows-950, 請協助查看附件中的畫面，謝謝。",
    "GB18030, 您好，昨天晚上服务器突然变慢，今天早上完全连不上去。",
    "GB18030, 请帮忙看一下附件里的截图，谢谢。",
    "windows-1250, Včera večer přestal server úplně odpovídat a zálohování neběží.",
    "windows-1250, Tegnap este óta nagyon lassú a gépünk és nem tudtunk belépni őrá.",
    "windows-1250, Od wczoraj wieczorem serwer działa bardzo wolno i nie można się zalogować.",
    "windows-1254, Dün akşamdan beri sunucu çok yavaşladı ve bu sabah hiç bağlanılamıyor.",
    "windows-1252, Sedan igår är servern väldigt långsam och går inte att nå.",
    "windows-1252, Desde ontem à noite o servidor não responde às conexões.",
    "windows-1252, È da ieri che il server è lento e non c’è più connettività.",
    "windows-1252, Guten Tag – seit gestern läuft der Server nur noch sehr träge.",
    "windows-1252, Voilà l’écran après le redémarrage : rien n’a été créé."
  })
  void readsSentencesThatNobodyCounted(String charset, String text) {
    assertThat(Decoding.decoded(text.getBytes(Charset.forName(charset)))).isEqualTo(text);
  }

  @Test
  void neverHarmsUtf8() throws IOException {
    for (Message message : messages()) {
      byte[] bytes = message.text().getBytes(StandardCharsets.UTF_8);

      assertThat(Decoding.decoded(bytes)).isEqualTo(message.text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void believesAByteOrderMark(String charset) {
    String text = "백업 Sicherung für 備份";

    assertThat(Decoding.decoded(("\uFEFF" + text).getBytes(Charset.forName(charset))))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void knowsUtf16WithoutAMark(String charset) {
    for (String text : List.of("A", "Error code: 7", "Fehler: zu groß für die Sicherung")) {
      assertThat(Decoding.decoded(text.getBytes(Charset.forName(charset)))).isEqualTo(text);
    }
  }

  @Test
  void keepsUtf8WithZerosAtItsEndOrADamagedLetter() {
    String text = "status: größer 備份 ".repeat(20);
    byte[] zeros = (text + "\0".repeat(7)).getBytes(StandardCharsets.UTF_8);
    byte[] damaged = (text + "x").getBytes(StandardCharsets.UTF_8);
    damaged[damaged.length - 1] = (byte) 0xff;

    assertThat(Decoding.decoded(zeros)).isEqualTo(text + "\0".repeat(7));
    assertThat(Decoding.decoded(damaged)).isEqualTo(text + "\uFFFD");
    assertThat(Decoding.decoded(new byte[] {'a', (byte) 0xc3})).isEqualTo("a\uFFFD");
  }

  @Test
  void findsLegacyLettersBehindLongAscii() {
    String text = "x".repeat(500_001) + " Die Sicherung ist für diese VM gestört.";

    assertThat(Decoding.decoded(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(text);
  }

  @Property(tries = 500)
  void decodesAnyBytes(@ForAll byte[] bytes) {
    assertThatCode(() -> Decoding.decoded(bytes)).doesNotThrowAnyException();
  }

  @Property(tries = 300)
  void neverHarmsAscii(@ForAll @CharRange(from = ' ', to = '~') String text) {
    assertThat(Decoding.decoded(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
  }
}
