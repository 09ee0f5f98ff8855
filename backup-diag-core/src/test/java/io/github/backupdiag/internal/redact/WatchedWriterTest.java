package io.github.backupdiag.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WatchedWriterTest {

  private static final String SIG = Fakes.signature(71);
  private static final String OTHER = Fakes.signature(72);

  private final StringWriter target = new StringWriter();
  private final WatchedWriter watched = new WatchedWriter(target);

  @Test
  void whatIsCleanComesOutAsItWentIn() throws IOException {
    String text = "a line\n".repeat(30_000) + "the last";
    watched.write(text);
    watched.close();

    assertThat(target.toString()).isEqualTo(text);
    assertThat(watched.hidAny()).isFalse();
  }

  @Test
  void aSecretIsHiddenAlsoWhenItComesInPieces() throws IOException {
    for (char c : ("sig=" + SIG + "\n").toCharArray()) {
      watched.write(c);
      watched.flush();
    }
    watched.write("x\n".repeat(40_000) + "sig=" + OTHER + "\nsig=" + SIG);
    watched.close();

    assertThat(target.toString().replace("x\n", ""))
        .isEqualTo("sig=[redacted:late:1]\nsig=[redacted:late:2]\nsig=[redacted:late:1]");
    assertThat(watched.hidAny()).isTrue();
  }

  @Test
  void wholeLinesAreNotHeldBack() throws IOException {
    watched.write("one\ntwo");
    watched.flush();

    assertThat(target.toString()).isEqualTo("one\n");
  }
}
