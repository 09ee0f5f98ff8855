package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Tells by the hardware whether the guest is an Azure VM (guest.any.is-azure-vm). */
public final class PlatformProbe implements GuestProbe {

  static final String TAG = "/sys/class/dmi/id/chassis_asset_tag";

  private static final Question<FileContent> TAG_FILE = Question.file(TAG);
  private static final Question<PathEntries> CLASSES = Question.listing("/sys/class/*");
  private static final Question<PathEntry> SMBIOS = Question.stat("/sys/class/dmi");
  private static final Question<PathEntry> HYPERV = Question.stat("/sys/bus/vmbus");
  private static final Question<PathEntry> WINDOWS = Question.stat("C:/Windows/System32");
  private static final List<Question<?>> QUESTIONS =
      List.of(TAG_FILE, CLASSES, SMBIOS, HYPERV, WINDOWS);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.platform", GuestFacts.PLATFORM)
          .withConnections(GuestConnection.class)
          .withChecks("guest.any.is-azure-vm")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public PlatformProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return Questions.open(QUESTIONS, soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    GuestConnection guest = context.connection(GuestConnection.class);
    if (Seen.value(answers, WINDOWS) != null) {
      return Seen.unavailable(
          GuestFacts.PLATFORM,
          new Unavailable<Platform>(UnavailableReason.NOT_RECORDED, "no Linux"));
    }
    return Observations.builder()
        .observed(GuestFacts.PLATFORM, platform(answers, guest), TAG)
        .build();
  }

  private static Platform platform(Answers answers, GuestConnection guest) {
    FileContent file = Seen.value(answers, TAG_FILE);
    String tag = file == null ? "" : file.text().strip();
    boolean copy = guest.nature() == GuestConnection.Nature.COPY;
    if (tag.equals(Platform.AZURE_CHASSIS_TAG)) {
      return new Platform(Platform.Kind.AZURE, tag);
    }
    if (guest.assumedAzureVm() && !copy) {
      return new Platform(Platform.Kind.ASSUMED_AZURE, tag);
    }
    if (!tag.isEmpty()) {
      return new Platform(Platform.Kind.OTHER, tag);
    }
    if (copy) {
      return new Platform(Platform.Kind.ASSUMED_AZURE, "no hardware tag recorded");
    }
    return isOtherHardware(answers)
        ? new Platform(Platform.Kind.OTHER, "no SMBIOS and no Hyper-V bus")
        : new Platform(Platform.Kind.UNKNOWN, "no hardware tag");
  }

  /** An Azure VM has both; a container may hide all of /sys, and then nothing is known. */
  private static boolean isOtherHardware(Answers answers) {
    return !Seen.paths(answers, CLASSES).isEmpty()
        && answers.to(SMBIOS) instanceof Absent<PathEntry>
        && answers.to(HYPERV) instanceof Absent<PathEntry>;
  }
}
