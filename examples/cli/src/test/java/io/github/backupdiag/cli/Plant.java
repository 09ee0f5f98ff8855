package io.github.backupdiag.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * A made-up secret and a text in which it lies; {@code #} stands for it in the forms below.
 *
 * @param secret opens nothing
 * @param text one line
 */
record Plant(String secret, String text) {

  /** The first letter of each says what kind of secret it takes. */
  private static final List<String> FORMS =
      List.of(
          "S GET https://acct.blob.core.windows.net/c/status.txt?sv=2018&sr=b&sig=#&se=2030 403",
          "S lost its address sig=# and goes on",
          "S {\"uri\": \"https://a.queue.core.chinacloudapi.cn/q?sig=#&sp=r\"}",
          "K DefaultEndpointsProtocol=https;AccountName=acct;AccountKey=#;EndpointSuffix=x",
          "S Endpoint=sb://h/;SharedAccessKeyName=Root;SharedAccessKey=#",
          "K the key # was taken",
          "P {\"protectedSettings\": {\"commandToExecute\": \"run #\"}, \"x\": 1}",
          "S {\"protectedSettings\": \"#\", \"x\": 1}",
          "T Authorization: Bearer # was refused",
          "T found # in memory",
          "S {\"access_token\":\"#\",\"expires_in\":\"3599\"}",
          "P client_secret=#&grant_type=client_credentials",
          "P <AdminPassword>#</AdminPassword>",
          "P az vm create --admin-password # --name vm1",
          "P curl -u user:# https://h/",
          "P http_proxy=http://u:#@proxy:8080/",
          "D {\"encoding\":\"pkcs7\",\"signature\":\"#\"}",
          "R Recovery Password: #",
          "P ConvertTo-SecureString '#' -AsPlainText -Force",
          "M -----BEGIN PRIVATE " + "KEY-----\\n#\\n-----END PRIVATE " + "KEY-----");

  private static final List<UnaryOperator<String>> ESCAPINGS =
      List.of(
          UnaryOperator.identity(),
          Plant::json,
          text -> json(json(text)),
          text -> json(text).replace("&", "\\u0026").replace("=", "\\u003d"),
          Plant::xml,
          text -> xml(json(text)),
          Plant::percent,
          text -> percent(percent(text)));

  /** Makes secrets: the same ones for the same seed, every form in every escaping in turn. */
  static List<Plant> some(long seed, int count) {
    Random random = new Random(seed);
    List<Plant> plants = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String form = FORMS.get(i % FORMS.size());
      UnaryOperator<String> escaping = ESCAPINGS.get(i / FORMS.size() % ESCAPINGS.size());
      String secret = secret(form.charAt(0), random);
      String text = escaping.apply(form.substring(2).replace("#", secret));
      plants.add(new Plant(bare(secret), text));
    }
    return plants;
  }

  /** Without signs that escapes change. */
  private static String bare(String secret) {
    String longest = "";
    for (String part : secret.split("[^A-Za-z0-9-]", -1)) {
      longest = part.length() > longest.length() ? part : longest;
    }
    return longest;
  }

  private static String secret(char kind, Random random) {
    return switch (kind) {
      case 'S' -> base64(random, 32);
      case 'K' -> base64(random, 64);
      case 'T' -> "eyJhbGciOiJub25lIn0." + base64url(random, 60) + "." + base64url(random, 32);
      case 'D' -> "MIIC" + base64(random, 120);
      case 'M' -> base64(random, 90);
      case 'R' -> digits(random);
      default -> "Cq" + base64url(random, 12).replace('-', 'x').replace('_', 'y') + "7";
    };
  }

  private static String digits(Random random) {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      groups.add(String.format("%06d", random.nextInt(720_000)));
    }
    return String.join("-", groups);
  }

  private static String base64(Random random, int size) {
    return Base64.getEncoder().encodeToString(bytes(random, size));
  }

  private static String base64url(Random random, int size) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, size));
  }

  private static byte[] bytes(Random random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String percent(String text) {
    StringBuilder out = new StringBuilder();
    for (byte letter : text.getBytes(StandardCharsets.UTF_8)) {
      boolean kept = Character.isLetterOrDigit(letter) || "-._~:".indexOf(letter) >= 0;
      out.append(kept ? String.valueOf((char) letter) : String.format("%%%02X", letter));
    }
    return out.toString();
  }
}
