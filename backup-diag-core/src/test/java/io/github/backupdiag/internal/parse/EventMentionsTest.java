package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.internal.event.KnownEvents;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that people speak of in their own words. */
class EventMentionsTest {

  private static final EventMentions MENTIONS = new EventMentions(KnownEvents.all(), "input");

  @Test
  void takesTheNearestSource() {
    assertThat(events("volsnap was fine, but VSS wrote event 8193"))
        .extracting(WindowsEvent::provider)
        .containsExactly("VSS");
    assertThat(events("event 8193 of VSS, not of volsnap"))
        .extracting(WindowsEvent::provider)
        .containsExactly("VSS");
    assertThat(events("VSS says nothing at all today: event id 25, volsnap"))
        .extracting(WindowsEvent::provider)
        .containsExactly("volsnap");
    assertThat(events("volsnap event id 25 is what stands there, and nothing of VSS"))
        .extracting(WindowsEvent::provider)
        .containsExactly("volsnap");
  }

  @Test
  void takesNoSourceOfAnotherPartOfTheSentence() {
    assertThat(events("VSS is there; event 8193")).isEmpty();
    assertThat(events("event 8193; VSS is there")).isEmpty();
    assertThat(events("one; event 8193 VSS; two")).hasSize(1);
  }

  @Test
  void takesNoSourceFarAway() {
    assertThat(events("event 8193" + " ".repeat(50) + "VSS")).hasSize(1);
    assertThat(events("event 8193" + " ".repeat(70) + "VSS")).isEmpty();
    assertThat(events("VSS" + " ".repeat(50) + "event 8193")).hasSize(1);
    assertThat(events("VSS" + " ".repeat(70) + "event 8193")).isEmpty();
  }

  @Test
  void namesEachEventOnceWithItsFirstLine() {
    assertThat(events("VSS 8193", "see VSS 8193", "VSS 8194", "volsnap 25", "event 25 volsnap"))
        .extracting(WindowsEvent::provider, WindowsEvent::id, WindowsEvent::line)
        .containsExactly(tuple("VSS", 8193, 1L), tuple("VSS", 8194, 3L), tuple("volsnap", 25, 4L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hr = 0x80070005", "hr = 0X80070005", "{0A9B3C4D-1111-2222-3333-444455556666}"})
  void givesTheDetailsToAnEventThatIsAlone(String detail) {
    assertThat(events("VSS 8193", "as follows", detail))
        .singleElement()
        .satisfies(event -> assertThat(event.data()).containsExactly("VSS 8193", detail));
  }

  @Test
  void givesTheDetailsToNoneOfSeveral() {
    assertThat(events("VSS 8193", "hr = 0x80070005", "VSS 8194"))
        .extracting(event -> event.data().size())
        .containsExactly(1, 1);
    assertThat(events("VSS 8193", "hr = 0x80070005", "volsnap 25"))
        .extracting(event -> event.data().size())
        .containsExactly(2, 2);
  }

  @Test
  void repeatsNoDetail() {
    assertThat(events("VSS 8193 hr = 0x80070005", "VSS 8193 hr = 0x80070005"))
        .singleElement()
        .satisfies(event -> assertThat(event.data()).hasSize(1));
  }

  @Test
  void readsNumbersThatGoOnAsNone() {
    assertThat(events("VSS 8193.5", "VSS 81931", "VSS 8193 5"))
        .extracting(WindowsEvent::line)
        .containsExactly(3L);
  }

  private static List<WindowsEvent> events(String... lines) {
    return MENTIONS.in(TextLine.of(String.join("\n", lines)));
  }
}
