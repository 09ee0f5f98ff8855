package io.github.backupdiag.guest.internal.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The fixed part of a script; comments for its authors alone are left out. */
final class Template {

  private static final String FOR_AUTHORS = "##";

  private String text;

  private Template(String text) {
    this.text = text;
  }

  /** Reads a text that stands beside this class. */
  static Template of(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " beside " + Template.class);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return new Template(
          text.lines()
              .filter(line -> !line.strip().startsWith(FOR_AUTHORS))
              .collect(Collectors.joining("\n", "", "\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a value in the place of its name. */
  Template with(String name, Object value) {
    text = text.replace("@" + name + "@", value.toString());
    return this;
  }

  @Override
  public String toString() {
    return text;
  }
}
