package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AddressSetup;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.AddressSetups;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads how configuration files set the addresses of the network interfaces. */
public final class AddressSetupsProbe implements GuestProbe {

  private static final Question<FileContent> SUSE_ROUTES =
      Question.file("/etc/sysconfig/network/routes");
  private static final Question<FileContents> SUSE = files("/etc/sysconfig/network/ifcfg-*");
  private static final Question<FileContents> FEDORA =
      files("/etc/sysconfig/network-scripts/ifcfg-*");
  private static final Question<FileContents> DEBIAN = files("/etc/network/interfaces");
  private static final Question<FileContents> DEBIAN_PARTS = files("/etc/network/interfaces.d/*");
  private static final List<Question<FileContents>> NETPLAN =
      List.of(files("/etc/netplan/*.yaml"), files("/run/netplan/*.yaml"));
  private static final List<Question<FileContents>> KEYFILES =
      List.of(
          files("/etc/NetworkManager/system-connections/*"),
          files("/run/NetworkManager/system-connections/*"));
  private static final List<Question<FileContents>> NETWORKD =
      List.of(files("/etc/systemd/network/*.network"), files("/run/systemd/network/*.network"));
  private static final List<Question<?>> QUESTIONS =
      Questions.all(
          List.of(SUSE_ROUTES, SUSE, FEDORA, DEBIAN, DEBIAN_PARTS), NETPLAN, KEYFILES, NETWORKD);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.address-setups", NetworkFacts.ADDRESS_SETUPS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.network.dhcp-option-245")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public AddressSetupsProbe() {}

  private static Question<FileContents> files(String glob) {
    return new Question.Files(glob, 50, 1 << 16);
  }

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
    FileContent routes = Seen.value(answers, SUSE_ROUTES);
    boolean routed =
        routes != null && routes.text().lines().anyMatch(line -> line.startsWith("default "));
    List<AddressSetup> setups = new ArrayList<>();
    add(setups, answers, NETPLAN, AddressSetups::netplan);
    add(setups, answers, List.of(SUSE), (path, text) -> AddressSetups.ifcfg(path, text, routed));
    add(setups, answers, List.of(FEDORA), (path, text) -> AddressSetups.ifcfg(path, text, false));
    add(setups, answers, List.of(DEBIAN, DEBIAN_PARTS), AddressSetups::interfaces);
    add(setups, answers, KEYFILES, AddressSetups::keyfile);
    add(setups, answers, NETWORKD, AddressSetups::networkd);
    Unavailable<?> why = refusal(answers);
    return why == null || why.reason() == UnavailableReason.NOT_RECORDED
        ? Observations.builder()
            .observed(NetworkFacts.ADDRESS_SETUPS, setups, "network settings below /etc")
            .build()
        : Seen.unavailable(NetworkFacts.ADDRESS_SETUPS, why);
  }

  /** A file that could not be read may set what the others leave open. */
  private static @Nullable Unavailable<?> refusal(Answers answers) {
    for (Question<?> question : QUESTIONS) {
      if (Seen.value(answers, question) instanceof FileContents files && !files.complete()) {
        return new Unavailable<>(UnavailableReason.NOT_PERMITTED, Subject.of(question));
      }
    }
    return Seen.refusal(answers, QUESTIONS);
  }

  private static void add(
      List<AddressSetup> setups,
      Answers answers,
      List<Question<FileContents>> questions,
      BiFunction<String, String, List<AddressSetup>> parser) {
    for (Question<FileContents> question : questions) {
      FileContents files = Seen.value(answers, question);
      for (FileContent file : files == null ? List.<FileContent>of() : files.files()) {
        setups.addAll(parser.apply(file.path(), file.text()));
      }
    }
  }
}
