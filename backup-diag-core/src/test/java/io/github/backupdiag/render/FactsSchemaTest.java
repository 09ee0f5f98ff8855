package io.github.backupdiag.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.FactSetJson;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.Incident;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("class-path")
class FactsSchemaTest {

  private static final Instant TIME = Instant.parse("2026-11-20T02:41:33Z");

  @Test
  void aRecordingWithEveryKindOfEntryKeepsToTheSchema() throws IOException {
    FactSet facts =
        FactSet.builder()
            .observed(FactKey.text("guest.kernel"), "6.1", "/proc/version", TIME)
            .observed(BackupFacts.INCIDENTS, List.of(new Incident(0, TIME, "vm", null)), "input")
            .absent(FactKey.text("guest.agent-config"), "/etc/waagent.conf")
            .unavailable(FactKey.flag("azure.locks"), UnavailableReason.NOT_PERMITTED, "403")
            .build();

    assertThat(Schema.FACTS.errors(written(facts))).isEmpty();
  }

  @Test
  void aRecordingWithoutFactsKeepsToTheSchema() throws IOException {
    assertThat(Schema.FACTS.errors(written(FactSet.empty()))).isEmpty();
  }

  @Test
  void theSchemaRefusesAnUnknownState() {
    String recording =
        "{\"schemaVersion\":\"1.0\",\"facts\":{\"a.b\":{\"state\":\"seen\",\"source\":\"x\"}}}";

    assertThat(Schema.FACTS.errors(recording)).isNotEmpty();
  }

  private static String written(FactSet facts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FactSetJson.write(facts, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
