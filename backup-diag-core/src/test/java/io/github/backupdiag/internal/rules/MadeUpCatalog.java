package io.github.backupdiag.internal.rules;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Check;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.KnownDefect;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.catalog.RemediationStep;
import io.github.backupdiag.catalog.Retry;
import io.github.backupdiag.catalog.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A catalog that a test fills, also with what the loader would refuse. */
final class MadeUpCatalog implements Catalog {

  private final List<ErrorCode> codes = new ArrayList<>();
  private final List<Cause> causes = new ArrayList<>();
  private final List<Remediation> remediations = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private final List<NumericError> errors = new ArrayList<>();

  MadeUpCatalog code(String code, boolean synthetic, String... causes) {
    codes.add(
        new ErrorCode(
            code,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            synthetic,
            false,
            null,
            "backup",
            "other",
            Retry.UNKNOWN,
            List.of(causes),
            List.of()));
    return this;
  }

  MadeUpCatalog cause(
      String id,
      Cause.Kind kind,
      boolean danger,
      List<String> leadsTo,
      List<String> checks,
      List<String> remediations) {
    causes.add(
        new Cause(
            id,
            kind,
            "disk",
            Set.of(Os.LINUX),
            Set.of("guest"),
            Cause.Prior.RARELY,
            leadsTo,
            checks,
            remediations,
            danger,
            false,
            List.of()));
    return this;
  }

  MadeUpCatalog remediation(String id, Remediation.Risk risk, String... steps) {
    remediations.add(
        new Remediation(
            id,
            Set.of(Os.LINUX),
            risk,
            Stream.of(steps)
                .map(step -> new RemediationStep(id + "/" + step, "text", Set.of(Os.LINUX), null))
                .toList(),
            List.of()));
    return this;
  }

  MadeUpCatalog check(String id, String... proves) {
    return check(id, false, proves);
  }

  MadeUpCatalog uncheckable(String id) {
    return check(id, true);
  }

  private MadeUpCatalog check(String id, boolean notCheckable, String... proves) {
    Check.Strength strength = proves.length == 0 ? Check.Strength.SUGGESTS : Check.Strength.PROVES;
    Set<Os> os = Set.of(Os.LINUX);
    checks.add(new Check(id, "guest", os, strength, List.of(proves), List.of(), notCheckable));
    return this;
  }

  MadeUpCatalog error(String kind, String value) {
    errors.add(
        new NumericError(
            kind + "." + value,
            kind,
            value,
            null,
            List.of(),
            "unknown",
            List.of(),
            List.of(),
            List.of()));
    return this;
  }

  @Override
  public ErrorCode code(String code) {
    return codes.stream().filter(one -> one.code().equals(code)).findFirst().orElse(null);
  }

  @Override
  public List<ErrorCode> codes() {
    return codes;
  }

  @Override
  public Cause cause(String id) {
    return causes.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  @Override
  public List<Cause> causes() {
    return causes;
  }

  @Override
  public Remediation remediation(String id) {
    return remediations.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  @Override
  public List<Remediation> remediations() {
    return remediations;
  }

  @Override
  public List<LogSignature> signatures() {
    return List.of();
  }

  @Override
  public List<KnownDefect> defects() {
    return List.of();
  }

  @Override
  public List<Check> checks() {
    return checks;
  }

  @Override
  public List<NumericError> errors() {
    return errors;
  }

  @Override
  public List<PortalMessage> messages() {
    return List.of();
  }

  @Override
  public Texts texts(Locale locale) {
    throw new UnsupportedOperationException("the walk is given its words");
  }
}
