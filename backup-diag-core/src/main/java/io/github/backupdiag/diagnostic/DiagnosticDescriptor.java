package io.github.backupdiag.diagnostic;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Sensitivity;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a rule is: made with {@link #of} and the following methods, each giving a new descriptor.
 * Immutable.
 */
public final class DiagnosticDescriptor {

  private final String id;
  private final String cause;
  private final Set<FactKey<?>> needs;
  private final Set<FactKey<?>> helpful;
  private final Set<GuestOs.Family> families;
  private final boolean azureVmOnly;
  private final boolean decisive;
  private final Set<String> checks;
  private final String since;

  private DiagnosticDescriptor(
      String id,
      String cause,
      Set<FactKey<?>> needs,
      Set<FactKey<?>> helpful,
      Set<GuestOs.Family> families,
      boolean azureVmOnly,
      boolean decisive,
      Set<String> checks,
      String since) {
    this.id = id;
    this.cause = cause;
    this.needs = needs;
    this.helpful = helpful;
    this.families = families;
    this.azureVmOnly = azureVmOnly;
    this.decisive = decisive;
    this.checks = checks;
    this.since = since;
  }

  /**
   * Describes a rule for any guest that reads nothing yet.
   *
   * @param id {@code namespace.name}, unique among all rules
   * @param cause id of the cause it decides
   * @return the descriptor
   * @throws IllegalArgumentException if the id has no namespace
   */
  public static DiagnosticDescriptor of(String id, String cause) {
    if (id.indexOf('.') < 1 || id.endsWith(".")) {
      throw new IllegalArgumentException("diagnostic '" + id + "' needs an id namespace.name");
    }
    return new DiagnosticDescriptor(
        id,
        Objects.requireNonNull(cause),
        Set.of(),
        Set.of(),
        Set.of(),
        false,
        true,
        Set.of(),
        "0.1.0");
  }

  /**
   * Sets the facts without which the rule cannot judge.
   *
   * @param keys the facts
   * @return a new descriptor
   * @throws IllegalArgumentException if one of them is secret
   */
  public DiagnosticDescriptor needs(FactKey<?>... keys) {
    return new DiagnosticDescriptor(
        id, cause, setOf(keys), helpful, families, azureVmOnly, decisive, checks, since);
  }

  /**
   * Sets the facts the rule reads when they are there.
   *
   * @param keys the facts
   * @return a new descriptor
   * @throws IllegalArgumentException if one of them is secret
   */
  public DiagnosticDescriptor helpful(FactKey<?>... keys) {
    return new DiagnosticDescriptor(
        id, cause, needs, setOf(keys), families, azureVmOnly, decisive, checks, since);
  }

  /**
   * Restricts the rule to guests of one family.
   *
   * @param family Linux or Windows
   * @return a new descriptor
   */
  public DiagnosticDescriptor on(GuestOs.Family family) {
    return new DiagnosticDescriptor(
        id, cause, needs, helpful, Set.of(family), azureVmOnly, decisive, checks, since);
  }

  /**
   * Restricts the rule to Azure VMs: elsewhere the engine does not ask it, and where the platform
   * is unknown it answers that it could not be told.
   *
   * @return a new descriptor
   */
  public DiagnosticDescriptor onAzureVmOnly() {
    return new DiagnosticDescriptor(
        id, cause, needs, helpful, families, true, decisive, checks, since);
  }

  /**
   * Says that the rule can confirm or hint but never rule out, so that its silence does not keep
   * the cause open.
   *
   * @return a new descriptor
   */
  public DiagnosticDescriptor corroborating() {
    return new DiagnosticDescriptor(
        id, cause, needs, helpful, families, azureVmOnly, false, checks, since);
  }

  /**
   * Names the checks of the catalog that the rule carries out, so that a cause can say how it is
   * looked for.
   *
   * @param ids of checks, as the causes of the catalog list them
   * @return a new descriptor
   */
  public DiagnosticDescriptor checks(String... ids) {
    return new DiagnosticDescriptor(
        id,
        cause,
        needs,
        helpful,
        families,
        azureVmOnly,
        decisive,
        Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(ids))),
        since);
  }

  /**
   * Sets the version that brought the rule.
   *
   * @param version of the library or extension it belongs to
   * @return a new descriptor
   */
  public DiagnosticDescriptor since(String version) {
    return new DiagnosticDescriptor(
        id, cause, needs, helpful, families, azureVmOnly, decisive, checks, version);
  }

  /**
   * Gives the id.
   *
   * @return {@code namespace.name}
   */
  public String id() {
    return id;
  }

  /**
   * Gives the cause it decides.
   *
   * @return id of a cause
   */
  public String cause() {
    return cause;
  }

  /**
   * Gives the facts without which it cannot judge.
   *
   * @return may be empty, in declared order
   */
  public Set<FactKey<?>> needs() {
    return needs;
  }

  /**
   * Gives the facts it reads when they are there.
   *
   * @return may be empty, in declared order
   */
  public Set<FactKey<?>> helpful() {
    return helpful;
  }

  /**
   * Gives the families of guests it speaks of.
   *
   * @return empty for any
   */
  public Set<GuestOs.Family> families() {
    return families;
  }

  /**
   * Tells whether it speaks of Azure VMs only.
   *
   * @return true if set with {@link #onAzureVmOnly}
   */
  public boolean azureVmOnly() {
    return azureVmOnly;
  }

  /**
   * Tells whether it can rule its cause out.
   *
   * @return false if set with {@link #corroborating}
   */
  public boolean decisive() {
    return decisive;
  }

  /**
   * Gives the checks of the catalog it carries out.
   *
   * @return ids, may be empty, in declared order
   */
  public Set<String> checks() {
    return checks;
  }

  /**
   * Gives the version that brought the rule.
   *
   * @return a version
   */
  public String since() {
    return since;
  }

  @Override
  public String toString() {
    return id;
  }

  private Set<FactKey<?>> setOf(FactKey<?>... keys) {
    for (FactKey<?> key : keys) {
      if (key.sensitivity() == Sensitivity.SECRET) {
        throw new IllegalArgumentException("diagnostic " + id + " may not read the secret " + key);
      }
    }
    return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(keys)));
  }
}
