package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GuestPlaceholderTest {

  @Test
  void readsFromAFileSystemInMemory() throws Exception {
    try (var files = Jimfs.newFileSystem(Configuration.unix())) {
      Path file = Files.writeString(files.getPath("/a.json"), "{\"name\":1}");
      assertThat(GuestPlaceholder.firstName(file)).isEqualTo("name");
    }
  }
}
