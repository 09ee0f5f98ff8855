package io.github.backupdiag.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The registry of a fake guest. */
class FakeRegistryTest {

  private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services";

  private final FakeGuest guest =
      FakeGuest.live()
          .registry(SERVICES + "\\VSS", "Start", "REG_DWORD", "3")
          .registry(SERVICES + "\\VSS\\Diag", "", "REG_SZ", "x")
          .registry(SERVICES + "\\VSS\\Settings");

  @Test
  void givesAKeyAsFarDownAsAsked() {
    assertThat(seen(Question.registry(SERVICES + "\\vss")).number("start")).hasValue(3);
    assertThat(seen(Question.registry(SERVICES + "\\VSS")).keys()).isEmpty();
    assertThat(seen(Question.registry(SERVICES, 1)).key("VSS\\Diag")).isEmpty();
    assertThat(seen(Question.registry(SERVICES, 2)).key("VSS\\Diag")).isPresent();
    assertThat(seen(Question.registry(SERVICES, 2)).complete()).isTrue();
  }

  @Test
  void stopsAtTheLimit() {
    RegistryKey key = seen(new Question.Registry(SERVICES, 2, 2));

    assertThat(key.complete()).isFalse();
    assertThat(key.key("VSS").orElseThrow().keys()).isEmpty();
  }

  @Test
  void replacesAValueOfTheSameName() {
    guest.registry(SERVICES + "\\VSS", "START", "REG_DWORD", "4");

    assertThat(seen(Question.registry(SERVICES + "\\VSS")).number("Start")).hasValue(4);
  }

  @Test
  void lacksWhatNobodyScripted() {
    assertThat(answer(guest, SERVICES + "\\x")).isInstanceOf(Absent.class);
    assertUnavailable(answer(FakeGuest.copy(), SERVICES), UnavailableReason.NOT_RECORDED);
  }

  @Test
  void refusesAKeyWithAllBelow() {
    guest.denied(SERVICES + "\\VSS\\Diag");

    assertUnavailable(answer(guest, SERVICES + "\\VSS\\DIAG"), UnavailableReason.NOT_PERMITTED);
    assertUnavailable(answer(guest, SERVICES + "\\VSS\\Diag\\x"), UnavailableReason.NOT_PERMITTED);
    assertThat(seen(Question.registry(SERVICES + "\\VSS", 1)).complete()).isFalse();
  }

  @Test
  void takesFullNamesOnly() {
    assertThatThrownBy(() -> guest.registry("SYSTEM\\x")).hasMessageContaining("SYSTEM\\x");
    assertUnavailable(answer(guest, "SYSTEM\\x"), UnavailableReason.FAILED);
  }

  private RegistryKey seen(Question<RegistryKey> question) {
    Observation<RegistryKey> answer =
        guest.ask(List.of(question), Duration.ofSeconds(1)).to(question);
    assertThat(answer).isInstanceOf(Observed.class);
    return ((Observed<RegistryKey>) answer).value();
  }

  private static Observation<RegistryKey> answer(FakeGuest guest, String key) {
    Question<RegistryKey> question = Question.registry(key);
    return guest.ask(List.of(question), Duration.ofSeconds(1)).to(question);
  }

  private static void assertUnavailable(Observation<?> answer, UnavailableReason reason) {
    assertThat(answer).isInstanceOf(Unavailable.class);
    assertThat(((Unavailable<?>) answer).reason()).isEqualTo(reason);
  }
}
