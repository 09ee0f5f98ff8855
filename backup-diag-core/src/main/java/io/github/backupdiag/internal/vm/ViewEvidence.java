package io.github.backupdiag.internal.vm;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.azure.AgentView;
import io.github.backupdiag.fact.azure.AzureVmFacts;
import io.github.backupdiag.fact.azure.HandlerView;
import io.github.backupdiag.fact.azure.InstanceView;
import io.github.backupdiag.fact.azure.ViewStatus;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.CodeMatch;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evidence out of an instance view, and the code of the failure that may agree with it. */
final class ViewEvidence {

  private ViewEvidence() {}

  static Evidence of(Phrase text, ViewStatus status) {
    Evidence evidence = Evidence.of(AzureVmFacts.INSTANCE_VIEW, text).withTime(status.at());
    String excerpt = String.join(" ", status.code(), status.display(), status.message()).strip();
    return excerpt.isEmpty() ? evidence : evidence.withExcerpt(excerpt);
  }

  static Evidence of(Phrase text) {
    return Evidence.of(AzureVmFacts.INSTANCE_VIEW, text);
  }

  /** The status of the handler of a type of extension, if it is ready, else null. */
  static @Nullable ViewStatus readyHandler(InstanceView view, String type) {
    AgentView agent = view.agent();
    for (HandlerView handler : agent == null ? List.<HandlerView>of() : agent.handlers()) {
      ViewStatus status = handler.status();
      if (status != null && handler.type().equalsIgnoreCase(type) && isReady(status)) {
        return status;
      }
    }
    return null;
  }

  private static boolean isReady(ViewStatus status) {
    return status.of("ProvisioningState").equals("succeeded")
        || status.display().strip().equalsIgnoreCase("Ready");
  }

  /** A code that the failure was reported with; needs {@code MATCHES} among the declared facts. */
  static List<Evidence> code(Facts facts, Set<String> codes) {
    List<CodeMatch> matches = facts.value(BackupFacts.MATCHES);
    return matches == null
        ? List.of()
        : matches.stream()
            .filter(match -> codes.contains(match.code()))
            .limit(1)
            .map(
                match ->
                    Evidence.of(
                            BackupFacts.MATCHES,
                            Phrase.of("evidence.code-agrees", "code", match.code()))
                        .withExcerpt(match.excerpt()))
            .toList();
  }
}
