package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class OutputTest {

  @Test
  void writesUtf8() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Output out = new Output(bytes);
    out.write("실패");
    out.flush();
    assertThat(bytes.toByteArray()).hasSize(6);
  }

  @Test
  void endsQuietlyWhenTheReaderHasGone() throws Exception {
    Output out = new Output(failing("Broken pipe"));
    out.write("a");
    out.flush();
    assertThat(out.isClosed()).isTrue();
    out.write("b");
    out.flush();
  }

  @Test
  void complainsOfFullDisk() throws Exception {
    Output out = new Output(failing("No space left on device"));
    out.write("a");
    assertThatThrownBy(out::flush)
        .isInstanceOf(RefusedException.class)
        .hasMessage("cannot write to standard output: No space left on device");
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
