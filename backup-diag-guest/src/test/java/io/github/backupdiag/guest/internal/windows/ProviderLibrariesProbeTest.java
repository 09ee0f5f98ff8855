package io.github.backupdiag.guest.internal.windows;

import static io.github.backupdiag.guest.internal.windows.WindowsProbes.tester;
import static io.github.backupdiag.guest.internal.windows.WindowsProbes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.LibraryFile;
import io.github.backupdiag.fact.guest.ProviderLibraries;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.fact.guest.WindowsBackupExtension;
import io.github.backupdiag.fact.guest.WindowsBackupExtension.Folder;
import io.github.backupdiag.fact.guest.WindowsBackupExtension.State;
import io.github.backupdiag.guest.samples.SampleLibrary;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The library of the provider: fitting, of other makes, refused, and no library at all. */
class ProviderLibrariesProbeTest {

  private static final String FOLDER =
      "C:/Packages/Plugins/" + WindowsBackupExtension.HANDLER + "/1.0.0.5";
  private static final String SYSTEM = "C:/Windows/System32/";

  @Test
  void readsTheVersionInUseAndTheRuntimeOfTheSystem() {
    FakeGuest guest =
        FakeGuest.live()
            .file(FOLDER + "/bin/iaasvmprovider.dll", SampleLibrary.of(1, 5))
            .file(FOLDER.replace("5", "4") + "/iaasvmprovider.dll", SampleLibrary.narrow(1, 4))
            .file(SYSTEM + "msvcp120.dll", SampleLibrary.of(12, 40660))
            .file(SYSTEM + "msvcr120.dll", SampleLibrary.narrow(12, 21005));

    assertThat(value(WindowsAgentFacts.PROVIDER_LIBRARIES, look(guest, "Enabled")))
        .isEqualTo(
            new ProviderLibraries(
                FOLDER,
                List.of(new LibraryFile(FOLDER + "/bin/iaasvmprovider.dll", 64, "1.0.5.0")),
                List.of(
                    new LibraryFile(SYSTEM + "msvcp120.dll", 64, "12.0.40660.0"),
                    new LibraryFile(SYSTEM + "msvcr120.dll", 32, "12.0.21005.0"))));
  }

  @Test
  void tellsADamagedLibraryFromAPlaceholder() {
    FakeGuest guest =
        FakeGuest.live()
            .file(FOLDER + "/iaasvmprovider.dll", new byte[5000])
            .file(SYSTEM + "msvcp120.dll", "MZ");

    ProviderLibraries seen = value(WindowsAgentFacts.PROVIDER_LIBRARIES, look(guest, "Enabled"));

    assertThat(seen.providers())
        .containsExactly(new LibraryFile(FOLDER + "/iaasvmprovider.dll", 0, ""));
    assertThat(seen.runtimes()).isEmpty();
  }

  @Test
  void asksNothingWhereNoVersionIsInUse() {
    FakeGuest guest = FakeGuest.live();

    look(guest, "NotInstalled").expectAbsent(WindowsAgentFacts.PROVIDER_LIBRARIES);
    assertThat(guest.asked()).isEmpty();
  }

  @Test
  void tellsARefusal() {
    look(FakeGuest.live().denied("C:/"), "Enabled")
        .expectUnavailable(WindowsAgentFacts.PROVIDER_LIBRARIES, UnavailableReason.NOT_PERMITTED);
    tester(new ProviderLibrariesProbe(), FakeGuest.live())
        .givenUnavailable(WindowsAgentFacts.BACKUP_EXTENSION, UnavailableReason.NOT_PERMITTED)
        .observe()
        .expectUnavailable(WindowsAgentFacts.PROVIDER_LIBRARIES, UnavailableReason.NOT_PERMITTED);
  }

  private static CheckedObservations look(FakeGuest guest, String state) {
    WindowsBackupExtension extension =
        new WindowsBackupExtension(
            List.of(new Folder("1.0.0.5", FOLDER, true, true)),
            List.of(new State("1.0.0.5", state, "key")));
    return tester(new ProviderLibrariesProbe(), guest)
        .given(WindowsAgentFacts.BACKUP_EXTENSION, extension)
        .observe();
  }
}
