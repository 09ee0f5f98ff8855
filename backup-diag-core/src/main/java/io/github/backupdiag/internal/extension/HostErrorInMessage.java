package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.HostAnswers;
import io.github.backupdiag.internal.network.NoNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last message of the backup extension holds an error of the host beside a failure that was
 * reported as missing network: 556 and 557 have one meaning (errors-numeric.json), while 558 is any
 * call that broke off, and 555 is no answer. The message carries no time of its own.
 */
public final class HostErrorInMessage implements Diagnostic {

  private static final Set<Long> ERRORS = Set.of(556L, 557L);
  private static final long BROKE_OFF = 558;

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.host-error-in-message", "host-snapshot-service-error")
          .helpful(NoNetwork.readsWith(ExtensionFacts.HOST_ANSWERS))
          .corroborating()
          .checks("guest.linux.extension.status");

  /** Made by {@code ServiceLoader}. */
  public HostErrorInMessage() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    HostAnswers told = facts.value(ExtensionFacts.HOST_ANSWERS);
    Long error = told == null ? null : error(told);
    if (told == null || error == null) {
      return Verdict.inconclusive(Phrase.of("because.host-error-in-message.none"));
    }
    Evidence message =
        Evidence.of(
                ExtensionFacts.HOST_ANSWERS,
                Phrase.of("evidence.host-snapshot-service-error.answer", "code", error.toString()))
            .withExcerpt(told.text())
            .withPlace(BackupFacts.INPUT, told.line());
    List<Evidence> reported = NoNetwork.in(facts);
    if (reported.isEmpty() || !ERRORS.contains(error)) {
      return Verdict.inconclusive(Phrase.of("because.host-error-in-message.alone"))
          .hinting(List.of(message));
    }
    List<Evidence> all = new ArrayList<>(List.of(message));
    all.addAll(reported);
    return Verdict.likely(When.NOW, all.toArray(Evidence[]::new));
  }

  /** What the host said last, if that is an error. */
  private static @Nullable Long error(HostAnswers told) {
    Long last = told.answer() == null ? told.check() : told.answer();
    return last != null && (ERRORS.contains(last) || last == BROKE_OFF) ? last : null;
  }
}
