package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.SmbiosTable;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells by the hardware whether the guest is an Azure VM (guest.any.is-azure-vm). The asset tag
 * stands in the firmware table that the driver {@code mssmbios} keeps in the registry. Maker and
 * product are those of every Hyper-V guest, so that they can only tell what is not Azure.
 */
public final class PlatformProbe extends WindowsProbe {

  private static final String TABLE = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\mssmbios\\Data";
  private static final Question<RegistryKey> FIRMWARE = Question.registry(TABLE);
  private static final Question<RegistryKey> BIOS =
      Question.registry("HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS");
  private static final List<Question<RegistryKey>> QUESTIONS = List.of(FIRMWARE, BIOS);
  private static final String MAKER = "Microsoft Corporation";
  private static final String PRODUCT = "Virtual Machine";

  /** Made by {@code ServiceLoader}. */
  public PlatformProbe() {
    super(
        describe("guest.windows.platform", GuestFacts.PLATFORM)
            .withChecks("guest.any.is-azure-vm")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<Question<RegistryKey>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    GuestConnection guest = context.connection(GuestConnection.class);
    RegistryKey firmware = Seen.value(answers, FIRMWARE);
    String table = firmware == null ? "" : firmware.text("SMBiosData").orElse("");
    Platform platform =
        platform(SmbiosTable.chassisAssetTag(table), Seen.value(answers, BIOS), guest);
    return Observations.builder().observed(GuestFacts.PLATFORM, platform, TABLE).build();
  }

  private static Platform platform(String tag, @Nullable RegistryKey bios, GuestConnection guest) {
    if (tag.equals(Platform.AZURE_CHASSIS_TAG)) {
      return new Platform(Platform.Kind.AZURE, tag);
    }
    if (guest.assumedAzureVm() && guest.nature() == GuestConnection.Nature.LIVE) {
      return new Platform(Platform.Kind.ASSUMED_AZURE, tag);
    }
    if (!tag.isEmpty()) {
      return new Platform(Platform.Kind.OTHER, tag);
    }
    if (bios != null && isOfAnotherMaker(bios)) {
      return new Platform(Platform.Kind.OTHER, maker(bios));
    }
    return guest.assumedAzureVm()
        ? new Platform(Platform.Kind.ASSUMED_AZURE, "no hardware tag recorded")
        : new Platform(Platform.Kind.UNKNOWN, "no hardware tag");
  }

  private static boolean isOfAnotherMaker(RegistryKey bios) {
    String product = bios.text("SystemProductName").orElse("");
    boolean named = !maker(bios).isBlank() && !product.isBlank();
    return named && !(maker(bios).equals(MAKER) && product.equals(PRODUCT));
  }

  private static String maker(RegistryKey bios) {
    return bios.text("SystemManufacturer").orElse("");
  }
}
