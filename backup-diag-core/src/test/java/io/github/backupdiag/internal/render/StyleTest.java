package io.github.backupdiag.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Contrast of the page as WCAG 2.2 counts it: 4.5 for text (criterion 1.4.3). */
class StyleTest {

  private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

  @Test
  void everyInkCanBeReadOnItsPaperInLightDarkAndPrint() throws IOException {
    List<String> palettes = List.of(css().split(":root \\{"));

    assertThat(palettes).hasSize(4);
    for (String palette : palettes.subList(1, 4)) {
      assertReadable(colours(palette));
    }
  }

  private static void assertReadable(Map<String, Integer> colours) {
    for (String ink : List.of("ink", "soft", "accent", "danger", "caution")) {
      for (String paper : List.of("paper", "sheet", "code")) {
        assertContrast(colours, ink, paper);
      }
    }
    for (String tone : List.of("danger", "caution", "healed")) {
      assertContrast(colours, tone, tone + "-paper");
    }
  }

  private static void assertContrast(Map<String, Integer> colours, String ink, String paper) {
    double a = luminance(colours.get(ink));
    double b = luminance(colours.get(paper));

    assertThat((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05))
        .as(ink + " on " + paper)
        .isGreaterThanOrEqualTo(4.5);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xFF) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static Map<String, Integer> colours(String palette) {
    Map<String, Integer> colours = new HashMap<>();
    Matcher matcher = COLOUR.matcher(palette);
    while (matcher.find()) {
      colours.putIfAbsent(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
    }
    return colours;
  }

  private static String css() throws IOException {
    try (InputStream in = StyleTest.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
