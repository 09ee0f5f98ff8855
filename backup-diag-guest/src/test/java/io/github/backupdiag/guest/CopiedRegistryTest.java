package io.github.backupdiag.guest;

import static io.github.backupdiag.guest.Asking.ask;
import static io.github.backupdiag.guest.Asking.assertUnavailable;
import static io.github.backupdiag.guest.Asking.value;
import static io.github.backupdiag.guest.internal.registry.HiveWriter.key;
import static io.github.backupdiag.guest.internal.registry.HiveWriter.number;
import static io.github.backupdiag.guest.internal.registry.HiveWriter.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.internal.registry.HiveWriter;
import io.github.backupdiag.guest.internal.registry.HiveWriter.Lists;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry of a copied Windows disk and of a bundle. */
class CopiedRegistryTest {

  private static final String VSS = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\VSS";

  private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
  private final Path root = files.getPath("/copy");

  @BeforeEach
  void makeDisk() throws Exception {
    Files.createDirectories(root.resolve("Windows/System32/Config"));
  }

  @AfterEach
  void close() throws Exception {
    files.close();
  }

  @Test
  void resolvesTheCurrentControlSet() throws Exception {
    system(2);

    RegistryKey vss = value(guest(), Question.registry(VSS));

    assertThat(vss.number("Start")).hasValue(4);
    assertThat(vss.name()).isEqualTo("VSS");
    assertThat(value(guest(), Question.registry("HKLM\\SYSTEM\\ControlSet001\\Services", 1)))
        .satisfies(services -> assertThat(services.key("VSS")).isPresent());
  }

  @Test
  void whatTheHiveLacksIsAbsent() throws Exception {
    system(2);

    assertThat(ask(guest(), Question.registry(VSS + "\\x"))).isInstanceOf(Absent.class);
    assertThat(ask(guest(), Question.registry("HKLM\\SYSTEM\\x"))).isInstanceOf(Absent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HKLM\\HARDWARE\\DESCRIPTION",
        "HKLM\\SOFTWARE\\Microsoft",
        "HKCU\\Software",
        "HKCR\\CLSID",
        "HKU\\S-1-5-21-1\\Software",
        "HKLM"
      })
  void whatNoFileHoldsWasNotRecorded(String name) throws Exception {
    system(2);

    assertUnavailable(ask(guest(), Question.registry(name)), UnavailableReason.NOT_RECORDED);
  }

  @Test
  void readsTheHivesOfServiceAccountsAndClasses() throws Exception {
    hive("Windows/System32/Config/SOFTWARE", key("r", key("Classes", key("CLSID", text("", "c")))));
    hive("Windows/System32/Config/DEFAULT", key("r", key("Software", text("a", "default"))));
    hive("Windows/ServiceProfiles/NetworkService/NTUSER.DAT", key("r", text("a", "network")));

    assertThat(value(guest(), Question.registry("HKCR\\clsid")).text("")).contains("c");
    assertThat(value(guest(), Question.registry("HKU\\S-1-5-18\\Software")).text("a"))
        .contains("default");
    assertThat(value(guest(), Question.registry("HKU\\S-1-5-20")).text("a")).contains("network");
  }

  @Test
  void saysThatAFileIsNoHive() throws Exception {
    Files.write(root.resolve("Windows/System32/Config/SYSTEM"), new byte[5000]);

    assertUnavailable(ask(guest(), Question.registry(VSS)), UnavailableReason.FAILED)
        .contains("config/SYSTEM");
  }

  @Test
  void doesNotGuessTheCurrentControlSet() throws Exception {
    hive("Windows/System32/Config/SYSTEM", key("r", key("ControlSet001")));

    assertUnavailable(ask(guest(), Question.registry(VSS)), UnavailableReason.FAILED)
        .contains("control set");
  }

  @Test
  void knowsOfNothingThatItIsMissingWhereNewerChangesLieInTheLogs() throws Exception {
    system(2);
    Path file = root.resolve("Windows/System32/Config/SYSTEM");
    Files.write(file, HiveWriter.unfinished(Files.readAllBytes(file)));

    RegistryKey services =
        value(guest(), Question.registry("HKLM\\SYSTEM\\ControlSet002\\Services", 1));

    assertThat(services.complete()).isFalse();
    assertThat(services.key("VSS").orElseThrow().complete()).isFalse();
    assertThat(value(guest(), Question.registry(VSS)).number("Start")).hasValue(4);
    assertUnavailable(ask(guest(), Question.registry(VSS + "\\x")), UnavailableReason.NOT_RECORDED)
        .contains("config/SYSTEM");
  }

  @Test
  void readsExportsOfABundle() throws Exception {
    export(
        """
        Windows Registry Editor Version 5.00

        [HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\VSS]
        "Start"=dword:00000003
        """);

    assertThat(value(guest(), Question.registry(VSS)).number("Start")).hasValue(3);
    assertThat(ask(guest(), Question.registry(VSS + "\\Diag"))).isInstanceOf(Absent.class);
    assertUnavailable(ask(guest(), Question.registry(VSS + "x")), UnavailableReason.NOT_RECORDED);
  }

  @Test
  void aNameWithoutItsRootIsNoKey() throws Exception {
    assertUnavailable(ask(guest(), Question.registry("SYSTEM")), UnavailableReason.FAILED);
  }

  private void system(int current) throws Exception {
    hive(
        "Windows/System32/Config/SYSTEM",
        key(
            "r",
            key("Select", number("Current", current)),
            key("ControlSet001", key("Services", key("VSS", number("Start", 3)))),
            key("ControlSet002", key("Services", key("VSS", number("Start", 4))))));
  }

  private void hive(String file, HiveWriter.Key key) throws Exception {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, HiveWriter.write(Lists.LH, key));
  }

  private void export(String text) throws Exception {
    Files.createDirectories(root.resolve("registry"));
    Files.write(
        root.resolve("registry/vss.reg"),
        ("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_16LE));
  }

  private CopiedRoot guest() throws Exception {
    return CopiedRoot.open(root);
  }
}
