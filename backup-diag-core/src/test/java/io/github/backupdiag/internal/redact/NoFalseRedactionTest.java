package io.github.backupdiag.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a diagnosis lives on must stay. */
class NoFalseRedactionTest {

  private static final Path RESOURCES = Path.of("src/main/resources");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/subscriptions/0b5c1a3e-1111-2222-3333-444455556666/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm1",
        "thumbprint 0123456789ABCDEF0123456789ABCDEF01234567 found",
        "\"protectedSettingsCertThumbprint\": \"0123456789ABCDEF0123456789ABCDEF01234567\",",
        "{\"protectedSettings\": null, \"publicSettings\": {\"a\": 1}}",
        "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 ok",
        "base64 SGVsbG8gd29ybGQsIHRoaXMgaXMgbm90IGEga2V5IGF0IGFsbA== ok",
        "the password expired; reset your password",
        "Password authentication is disabled",
        "killed by the signal sig=9",
        "sig=SIGTERM was sent",
        "process ended, sig=TERM, code 3",
        "PWD=/root OLDPWD=/var/lib/waagent HOME=/root",
        "cat: /etc/passwd: Permission denied",
        "Provisioning.DeleteRootPassword=y",
        "Provisioning.DecodeCustomData=n",
        "{\"disablePasswordAuthentication\": true, \"resetPassword\": false}",
        "System.Web, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a",
        "Unexpected token: identifier in line 3",
        "WWW-Authenticate: Bearer authorization_uri=\"https://login.windows.net/x\", error=\"invalid_token\"",
        "ExpiredAuthenticationToken: The access token expiry UTC time is earlier",
        "AuthorizationFailed: The client does not have authorization to perform action",
        "Authorization: none",
        "the bearer token is missing",
        "Missing bearer token.",
        "manage-bde -unlock X: -RecoveryPassword <key>",
        "manage-bde -unlock X: -RecoveryPassword <Wiederherstellungsschlüssel>",
        "<code>manage-bde -RecoveryPassword &lt;recoveryPassword&gt;</code></pre> and more",
        "<code>sc.exe config MSDTC password= &quot;&quot;</code></pre>\n<li id=\"step\">",
        "use --password <password> and --sas-token ${SAS} to call it",
        "{\"diskEncryptionKey\": {\"secretUrl\": \"https://v.vault.azure.net/secrets/n/1\"}}",
        "{\"keyEncryptionKey\": {\"keyUrl\": \"https://v.vault.azure.net/keys/n/1\"}}",
        "SharedAccessKeyName=RootManageSharedAccessKey",
        "HKLM\\SYSTEM\\CurrentControlSet\\Services\\VSS registry key: 5",
        "sig=[redacted:sas:1] password=[redacted:password:2]",
        "password=**** pwd=REDACTED sig=<redacted>",
        "https://acct.blob.core.windows.net/c/status.txt?snapshot=2030-01-01T00:00:00Z&comp=page",
        "GET /c/status.txt?sv=2018-03-28&sr=b&se=2030-01-01&sp=rw 403",
        "<Event><UserData><Operation>x</Operation></UserData></Event>",
        "userData: none, containerId: nginx-1",
        "curl -s -u https://h/ and curl failed: 28",
        "az login failed; mkdir -p /mnt/x; net user; net use",
        "ConvertTo-SecureString $plain -AsPlainText",
        "123456-123456-123456 is no recovery password",
        "/usr/share/verylongdirectorynamewithoutdots/anotherverylongone x",
        "git@github.com and http://u@host/ and mail to a:b@c",
        "WALinuxAgent-2.9.1.1 python3.8 kernel 5.15.0-1064-azure",
        "openssl pkcs12 -nodes -password pass: -out /var/lib/waagent/Certificates.pem",
        "{\"token\": \"FailedToDecryptProtectedSettings\"}",
        "DisallowedPasswordChange event 4723"
      })
  void healthyTextsStay(String text) {
    assertThat(new Redactor().redact(text)).isSameAs(text);
  }

  @Test
  void aPackageHashOfTheSizeOfAKeyStays() {
    String text = "integrity: sha512-" + Fakes.storageKey(9) + " ok";

    assertThat(new Redactor().redact(text)).isSameAs(text);
  }

  static List<Path> catalogs() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  /** Words, signatures and messages of the project itself. */
  @ParameterizedTest
  @MethodSource("catalogs")
  void theProjectsOwnWordsStay(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      assertThat(new Redactor().redact(line)).isEqualTo(line);
    }
    for (String text : strings(file)) {
      assertThat(new Redactor().redact(text)).isEqualTo(text);
    }
  }

  private static List<String> strings(Path file) throws IOException {
    List<String> strings = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(Files.readString(file))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          strings.add(parser.getText());
        }
      }
    }
    return strings;
  }
}
