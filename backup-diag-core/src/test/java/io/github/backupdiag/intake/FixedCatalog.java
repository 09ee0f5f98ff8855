package io.github.backupdiag.intake;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Check;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.KnownDefect;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.catalog.Retry;
import io.github.backupdiag.catalog.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A catalog of the codes and messages that a test needs. */
final class FixedCatalog implements Catalog {

  private final List<ErrorCode> codes = new ArrayList<>();
  private final List<PortalMessage> messages = new ArrayList<>();

  FixedCatalog with(String code) {
    return with(code, List.of(), List.of(), List.of());
  }

  FixedCatalog alias(String code, String alias) {
    return add(code, List.of(alias), List.of(), List.of(), List.of());
  }

  FixedCatalog damaged(String code, String form) {
    return add(code, List.of(), List.of(form), List.of(), List.of());
  }

  FixedCatalog with(
      String code, List<String> aliases, List<String> numbers, List<String> matchOnlyIn) {
    return add(code, aliases, List.of(), numbers, matchOnlyIn);
  }

  FixedCatalog message(String code, String language, String text) {
    messages.add(new PortalMessage(code, language, text, false));
    return this;
  }

  FixedCatalog fragment(String code, String language, String text) {
    messages.add(new PortalMessage(code, language, text, true));
    return this;
  }

  private FixedCatalog add(
      String code,
      List<String> aliases,
      List<String> damaged,
      List<String> numbers,
      List<String> matchOnlyIn) {
    codes.add(
        new ErrorCode(
            code,
            aliases,
            damaged,
            numbers,
            matchOnlyIn,
            false,
            false,
            null,
            "backup",
            "agent",
            Retry.UNKNOWN,
            List.of(),
            List.of()));
    return this;
  }

  @Override
  public ErrorCode code(String code) {
    return codes.stream()
        .filter(known -> known.code().equalsIgnoreCase(code))
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<ErrorCode> codes() {
    return codes;
  }

  @Override
  public List<Check> checks() {
    return List.of();
  }

  @Override
  public List<NumericError> errors() {
    return List.of();
  }

  @Override
  public List<KnownDefect> defects() {
    return List.of();
  }

  @Override
  public List<PortalMessage> messages() {
    return messages;
  }

  @Override
  public Cause cause(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Cause> causes() {
    return List.of();
  }

  @Override
  public Remediation remediation(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Remediation> remediations() {
    return List.of();
  }

  @Override
  public List<LogSignature> signatures() {
    return List.of();
  }

  @Override
  public Texts texts(Locale locale) {
    return new Texts() {
      @Override
      public String language() {
        return "en";
      }

      @Override
      public @Nullable String find(String id) {
        return null;
      }
    };
  }
}
