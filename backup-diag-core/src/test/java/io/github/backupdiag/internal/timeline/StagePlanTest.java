package io.github.backupdiag.internal.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.LogSignature;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The stages and the catalog know each other. */
class StagePlanTest {

  private static final Set<String> SIGNATURES =
      NightLogs.CATALOG.signatures().stream().map(LogSignature::id).collect(Collectors.toSet());

  @Test
  void everySignatureIsInTheCatalog() {
    List<String> named =
        StagePlan.all().stream()
            .flatMap(
                plan ->
                    Stream.of(
                            plan.runs().stream().map(StagePlan.Start::begins),
                            plan.runs().stream().map(StagePlan.Start::task),
                            plan.broken().stream(),
                            Stream.ofNullable(plan.finished()).map(StagePlan.Finish::signature),
                            plan.stops().stream().flatMap(stop -> stop.after().stream()))
                        .flatMap(ids -> ids))
            .filter(id -> !id.isEmpty())
            .toList();

    assertThat(named).hasSizeGreaterThan(20);
    assertThat(SIGNATURES).containsAll(named);
  }

  @Test
  void everyStageIsShownByAMilestoneOfTheCatalog() {
    for (StagePlan plan : StagePlan.all()) {
      for (StagePlan.Stage stage : plan.stages()) {
        assertThat(stage.shows())
            .as(stage.id())
            .anySatisfy(
                shown ->
                    assertThat(NightLogs.CATALOG.signatures())
                        .anyMatch(
                            each ->
                                each.log().equals(shown.log())
                                    && each.milestone() >= shown.from()
                                    && each.milestone() <= shown.to()));
      }
    }
  }

  @Test
  void everyStageAndEveryStopHasWords() {
    for (StagePlan plan : StagePlan.all()) {
      assertThat(plan.stages())
          .allMatch(stage -> text("report.stage." + stage.id()) != null)
          .hasSizeBetween(8, 12);
      assertThat(plan.stops()).allMatch(stop -> text(stop.phrase().id()) != null);
    }
  }

  private static String text(String id) {
    return NightLogs.CATALOG.texts(Locale.ENGLISH).find(id);
  }
}
