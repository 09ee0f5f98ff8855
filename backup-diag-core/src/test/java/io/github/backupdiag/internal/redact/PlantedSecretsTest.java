package io.github.backupdiag.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each planted secret goes, in each escaping, and what is around it stays to the character. */
class PlantedSecretsTest {

  private static final String SIG = Fakes.signature(1);
  private static final String KEY = Fakes.storageKey(2);
  private static final String PWD = Fakes.password(3);
  private static final String JWT = Fakes.webToken(4);
  private static final String CONTAINER = "0b5c1a3e-7d2f-4c8a-b6e1-9f0d3c5a7b42";
  private static final String HASH = "f686aace6942fb7f7ceb231212eef4a4";
  private static final String RECOVERY = "104729-350377-611953-746773-889967-982451-179424-326851";
  private static final String GUID = "0b5c1a3e-1111-2222-3333-" + Fakes.letters(5, 12);

  /** Text with the secret as {@code #}, the secret, and the token expected in its place. */
  static Stream<Arguments> plants() {
    return Stream.of(
            signatures(),
            keys(),
            bearers(),
            passwords(),
            elements(),
            options(),
            settings(),
            commands(),
            answers())
        .flatMap(List::stream);
  }

  private static List<Arguments> signatures() {
    return List.of(
        plant(
            "GET https://acct.blob.core.windows.net/c/status.txt?‹sv=2018&sr=b&sig=#&se=2030› ok",
            SIG,
            "sas"),
        plant("GET https://x.blob.core.chinacloudapi.cn/c?‹sig=#&sp=r› ok", SIG, "sas"),
        plant("https://x.blob.core.usgovcloudapi.net/c?SIG=#", SIG, "sas"),
        plant("lost its address sig=# and goes on", SIG, "sas"),
        plant("{\"a\": 1, \"sig\": \"#\", \"b\": 2}", SIG, "sas"),
        plant("?se=2030&skoid=#&sp=r ok", GUID, "sas"),
        plant("?se=2030&sktid=#&sp=r ok", GUID, "sas"),
        plant("uri: 'https://h/c?‹sp=r&sig=#›', next", SIG, "sas"),
        plant(
            "https://a.dfs.core.windows.net/f?comp=list&‹sv=2018&sip=#›&timeout=9 x", GUID, "sas"),
        plant("https://a.file.core.windows.net/f?snapshot=2030&‹se=#› x", GUID, "sas"),
        plant("curl -X PUT 'https://h/c?a=1&‹se=2030&sig=#›&b=2'", SIG, "sas"),
        plant("<uri>https://h/c?‹sp=r&sig=#›</uri> ok", SIG, "sas"));
  }

  private static List<Arguments> keys() {
    return List.of(
        plant(
            "DefaultEndpointsProtocol=https;AccountName=acct;AccountKey=#;EndpointSuffix=core",
            KEY,
            "key"),
        plant("Endpoint=sb://h/;SharedAccessKeyName=Root;SharedAccessKey=#;x=1", SIG, "key"),
        plant(
            "BlobEndpoint=https://h/;SharedAccessSignature=sv=2018&sig=#;x=1"
                .replace("sv=2018&sig=", ""),
            SIG,
            "sas"),
        plant("{\"storageAccountName\": \"a\", \"storageAccountKey\": \"#\"}", KEY, "key"),
        plant("{\"primaryKey\": \"#\", \"x\": \"y\"}", SIG, "key"),
        plant("export AZURE_STORAGE_KEY=# done", KEY, "key"),
        plant("key1 # end", KEY, "key"),
        plant("two lines\n#\nend", KEY, "key"));
  }

  private static List<Arguments> bearers() {
    return List.of(
        plant("Authorization: Bearer # (request 7)", JWT, "token"),
        plant("curl -H \"Authorization: Bearer #\" https://h/", JWT, "token"),
        plant("Authorization: Basic # ok", SIG, "token"),
        plant("{'Authorization': 'Basic #', 'Host': 'h'}", SIG, "token"),
        plant("authorization=bearer # ok", SIG, "token"),
        plant("found # in memory", JWT, "token"),
        plant("{\"access_token\":\"#\",\"expires_in\":\"3599\"}", SIG, "token"),
        plant("refresh_token=#&x=1", SIG, "token"),
        plant("{\"id_token\" : \"#\"}", SIG, "token"),
        plant("client_secret=#&grant_type=x", PWD, "password"));
  }

  private static List<Arguments> passwords() {
    return List.of(
        plant("user=u password=# host=h", PWD, "password"),
        plant("user=u;pwd=#;host=h", PWD, "password"),
        plant("passwd: # next", PWD, "password"),
        plant("{\"adminUsername\":\"u\",\"adminPassword\":\"#\",\"x\":1}", PWD, "password"),
        plant("{\"adminPassword\": {\"value\": \"#\"}}", PWD, null),
        plant("{\"password\": \"say \\\"#\\\" now\", \"x\": 1}", PWD, null),
        plant("{\"name\": \"Password\", \"value\": \"#\"}", PWD, "password"),
        plant("<add key=\"DbPassword\" value=\"#\"/> ok", PWD, "password"),
        plant("<user name=\"u\" password=\"#\" host=\"h\"/>", PWD, "password"),
        plant("http_proxy=http://u:#@proxy:8080/ ok", PWD, "password"));
  }

  private static List<Arguments> elements() {
    return List.of(
        plant("<u>u</u><Password>#</Password><h>h</h>", PWD, "password"),
        plant("<ns1:AdminPassword x=\"1\">#</ns1:AdminPassword><h>h</h>", PWD, "password"),
        plant("<AdministratorPassword>\n<Value>#</Value></AdministratorPassword><h/>", PWD, null));
  }

  private static List<Arguments> options() {
    return List.of(
        plant("az vm create --admin-password # --name vm1", PWD, "password"),
        plant("openssl pkcs12 -nodes -password pass:# -out x.pem", PWD, "password"),
        plant("cmd -AccountKey # -Name x", KEY, "key"),
        plant("['az', '--sas-token', '#', '-x']", SIG, "sas"));
  }

  private static List<Arguments> settings() {
    return List.of(
        plant("{\"protectedSettings\": \"#\", \"x\": 1}", KEY + KEY, "settings"),
        plant("{\"protectedSettings\": {\"a\": [\"}\", {\"b\": \"#\"}]}, \"x\": 1}", PWD, null),
        plant("{\"protectedSettings\": [\"#\"], \"x\": 1}", PWD, null),
        plant("<ProtectedSettings>#</ProtectedSettings><x/>", PWD, "settings"));
  }

  private static List<Arguments> commands() {
    return List.of(
        plant("curl -s -u user:# https://h/ -o x", PWD, "password"),
        plant("curl --proxy-user user:# https://h/", PWD, "password"),
        plant("[\"curl\", \"-u\", \"user:#\", \"https://h/\"]", PWD, "password"),
        plant("az login --service-principal -u app -p # --tenant t", PWD, "password"),
        plant("docker login -u user -p # registry", PWD, "password"),
        plant("sshpass -p # ssh host", PWD, "password"),
        plant("sshpass -p# ssh host", PWD, "password"),
        plant("net user Administrator # /add", PWD, "password"),
        plant("cmdkey.exe /add:h /user:u /pass:#", PWD, "password"),
        plant("ConvertTo-SecureString '#' -AsPlainText -Force", PWD, "password"),
        plant("ConvertTo-SecureString -String # -AsPlainText -Force", PWD, "password"),
        plant("$p = '#' | ConvertTo-SecureString -AsPlainText -Force", PWD, "password"));
  }

  private static List<Arguments> answers() {
    return List.of(
        plant("{\"encoding\":\"pkcs7\",\"signature\":\"#\"}", Fakes.der(21), "pem"),
        plant("<Data>#</Data><Format>Pkcs7BlobWithPfxContents</Format>", Fakes.der(22), "pem"),
        plant("{\"compute\":{\"userData\":\"#\",\"zone\":\"1\"}}", SIG, "settings"),
        plant("<ContainerId>#</ContainerId><x/>", CONTAINER, "token"),
        plant("x-ms-containerid: #", CONTAINER, null),
        plant("{\"encryptionSettings\":{\"secret\":\"#\"},\"a\":1}", PWD, null),
        plant("Set-Cookie: session=#; Path=/", PWD, null),
        plant("Recovery Password: # done", RECOVERY, "password"),
        plant("on # of C:", RECOVERY, "password"),
        plant("open C:\\MachineKeys\\" + HASH + "_# failed", CONTAINER, "key"),
        plant("powershell -EncodedCommand #", Fakes.encodedCommand(PWD), "settings"),
        plant("data # end", Fakes.encodedText("{\"password\":\"" + PWD + "\"}"), "settings"));
  }

  private static Arguments plant(String text, String secret, String kind) {
    return Arguments.of(text, secret, kind);
  }

  @ParameterizedTest
  @MethodSource("plants")
  void thePlantedSecretGoesInEveryEscaping(String text, String secret, String kind) {
    for (Escaping escaping : Escaping.values()) {
      String planted = escaping.apply(text.replace("#", secret).replaceAll("[‹›]", ""));

      String redacted = new Redactor().redact(planted);

      assertThat(Leaks.longest(redacted, secret)).as("%s: %s", escaping, redacted).isLessThan(4);
    }
  }

  @ParameterizedTest
  @MethodSource("plants")
  void whatIsAroundItStays(String text, String secret, String kind) {
    for (Escaping escaping : Escaping.values()) {
      if (kind != null) {
        String planted = escaping.apply(text.replace("#", secret).replaceAll("[‹›]", ""));
        String hidden = text.contains("‹") ? text.replaceAll("‹.*›", "#") : text;

        assertThat(new Redactor().redact(planted))
            .as("%s", escaping)
            .isEqualTo(escaping.apply(hidden.replace("#", "[redacted:" + kind + ":1]")));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("plants")
  void aTextCutAnywhereShowsNoPartOfIt(String text, String secret, String kind) {
    if (!isBare(text)) {
      for (Escaping escaping : Escaping.values()) {
        cutEverywhere(escaping.apply(text.replace("#", secret).replaceAll("[‹›]", "")), secret);
      }
    }
  }

  private static void cutEverywhere(String planted, String secret) {
    for (int cut = 0; cut <= planted.length(); cut++) {
      String shown = planted.substring(0, cut);

      String redacted = new Redactor().redact(shown);

      assertThat(Leaks.longest(redacted, secret)).as("%s | %s", shown, redacted).isLessThan(4);
    }
  }

  /** Nothing before the secret tells that one comes. */
  private static boolean isBare(String text) {
    return text.startsWith("key1 ")
        || text.startsWith("two lines")
        || text.startsWith("found ")
        || text.startsWith("http_proxy")
        || text.startsWith("$p = ")
        || text.startsWith("on ")
        || text.startsWith("data ")
        || text.startsWith("open ")
        || text.startsWith("powershell ")
        || text.startsWith("{\"encoding")
        || text.startsWith("<Data>")
        || text.startsWith("{\"compute")
        || text.contains("ontainer");
  }
}
