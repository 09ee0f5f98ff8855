package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.cli.Ailment.Codes;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret that lies in a log, a configuration or the error text comes out again. */
class SecretsTest {

  private static final String LOW = "Failed to save x: [Errno 28] No space left on device: ";
  private static final String DASHES = "-----";

  private static final String SIGNATURE = base64(1, 32);
  private static final String STORAGE_KEY = base64(2, 64);
  private static final String TOKEN =
      "eyJhbGciOiJub25lIn0." + base64url(3, 60) + "." + base64url(4, 32);
  private static final String PEM = base64(5, 150);
  private static final String SETTINGS = base64(6, 120);
  private static final String PASSWORD = "Cq" + base64url(7, 12);

  /** A piece of each secret, and a text in which it lies. */
  private static final Map<String, String> SECRETS =
      Map.of(
          SIGNATURE, "https://acct.blob.core.windows.net/c/status?sv=2018&sr=b&sig=" + SIGNATURE,
          STORAGE_KEY, "AccountName=acct;AccountKey=" + STORAGE_KEY + ";EndpointSuffix=core",
          TOKEN, "Authorization: Bearer " + TOKEN,
          PEM, pem(),
          SETTINGS, "{\"protectedSettings\": \"" + SETTINGS + "\", \"x\": 1}",
          PASSWORD, "http://proxyuser:" + PASSWORD + "@proxy.example:8080/");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"json", "text", "markdown", "html"})
  void noSecretOfTheGuestComesOutInAReport(String format) throws Exception {
    Run run =
        Run.of("diagnose", "--root", root().toString(), "--error", text(), "--format", format);
    assertThat(run.out()).contains("No space left on device").contains("[redacted:");
    assertNothingOf(run.out() + run.err());
    assertThat(run.status()).isEqualTo(ExitStatus.CONFIRMED);
  }

  @Test
  void noSecretComesOutInARecordingOrInWhatIsJudgedFromIt() throws Exception {
    Path facts = folder.resolve("facts.json");
    Run.of("gather", "--root", root().toString(), "--error", text(), "--out", facts.toString());
    String recording = Files.readString(facts);
    Schema.FACTS.read(recording);
    assertThat(recording).contains("No space left on device").contains("[redacted:");
    assertNothingOf(recording);
    assertNothingOf(Run.of("judge", facts.toString(), "--format", "json").out());
  }

  @Test
  void noSecretIsInAnyFileOfABundle() throws Exception {
    Path zip = folder.resolve("made.zip");
    Run.of(
        "gather", "--root", root().toString(), "--error", text(), "--bundle-out", zip.toString());
    Map<String, byte[]> entries = SupportBundleTest.entries(zip);
    assertThat(entries).containsKeys("guest/var/log/waagent.log", "guest/etc/waagent.conf");
    entries.forEach(
        (name, content) -> assertNothingOf(name + new String(content, StandardCharsets.UTF_8)));
    assertThat(new String(entries.get("guest/etc/waagent.conf"), StandardCharsets.UTF_8))
        .contains("HttpProxy.Host=http", "[redacted:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "text", "markdown", "html"})
  void noSecretOfTheErrorComesOutInAnExplanation(String format) {
    for (String secret : SECRETS.values()) {
      String error = Codes.NO_SNAPSHOT + " " + secret + " " + Codes.NO_STATUS;
      Run run = Run.of("explain", error, "--format", format);
      assertThat(run.out()).contains(Codes.NO_SNAPSHOT);
      assertNothingOf(run.out() + run.err());
    }
  }

  @Test
  void aRecordingThatSomebodyElseMadeIsRedactedToo() throws Exception {
    Path facts = folder.resolve("facts.json");
    Run.of("gather", "--root", root().toString(), "--out", facts.toString());
    String planted = "HttpProxy.Host?sig=" + SIGNATURE;
    String recording = Files.readString(facts).replace("HttpProxy.Host", planted);
    assertThat(recording).contains(SIGNATURE);
    Files.writeString(facts, recording);
    Path again = folder.resolve("again.json");
    Run run = Run.of("judge", facts.toString(), "--format", "json", "--record", again.toString());
    assertNothingOf(run.out());
    assertNothingOf(Files.readString(again));
  }

  private Path root() {
    SampleRoot root = SampleRoot.of(Distribution.UBUNTU_22_04, folder.resolve("root"));
    int second = 9;
    for (String secret : SECRETS.values()) {
      String line = secret.equals(pem()) ? secret.replace("\n", "\\n") : secret;
      root.append(SampleRoot.AGENT_LOG, SampleRoot.agentLine(second++, "ERROR " + LOW + line));
      root.append(SampleRoot.EXTENSION_LOG, SampleRoot.extensionLine(second, LOW + line));
      root.append(SampleRoot.CONFIG, "Secret.Number" + second + "=" + line + "\n");
    }
    return root.append(SampleRoot.CONFIG, "HttpProxy.Host=" + SECRETS.get(PASSWORD) + "\n")
        .append(SampleRoot.CONFIG, "Extensions.Enabled=n\n")
        .directory();
  }

  private static String text() {
    return Codes.NO_SNAPSHOT + ": " + String.join("\n", SECRETS.values());
  }

  /** Not whole, not cut, not in capitals. */
  private static void assertNothingOf(String out) {
    for (String secret : SECRETS.keySet()) {
      for (int at = 0; at + 8 <= secret.length(); at++) {
        assertThat(out).doesNotContainIgnoringCase(secret.substring(at, at + 8));
      }
    }
  }

  private static String pem() {
    return DASHES
        + "BEGIN PRIVATE KEY"
        + DASHES
        + "\n"
        + PEM
        + "\n"
        + DASHES
        + "END PRIVATE KEY"
        + DASHES;
  }

  private static String base64(long seed, int size) {
    return Base64.getEncoder().encodeToString(bytes(seed, size));
  }

  private static String base64url(long seed, int size) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(seed, size));
  }

  private static byte[] bytes(long seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
