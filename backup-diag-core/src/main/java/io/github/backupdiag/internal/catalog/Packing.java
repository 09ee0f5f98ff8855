package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Check;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.KnownDefect;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.NoiseCondition;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.catalog.RemediationStep;
import io.github.backupdiag.catalog.Retry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How each kind of entry is written and read. Both halves name the fields in the same order. */
final class Packing {

  private Packing() {}

  static byte[] of(ErrorCode code) {
    return new PackedWriter()
        .text(code.code())
        .texts(code.aliases())
        .texts(code.damagedForms())
        .texts(code.numbers())
        .texts(code.matchOnlyIn())
        .flag(code.synthetic())
        .flag(code.obsolete())
        .optional(code.obsoleteSince())
        .text(code.scope())
        .text(code.topic())
        .text(code.retry().verdict())
        .optional(code.retry().reason())
        .flag(code.retry().stated())
        .texts(code.causes())
        .texts(code.sources())
        .bytes();
  }

  static ErrorCode code(PackedEntry in) {
    return new ErrorCode(
        in.text(),
        in.texts(),
        in.texts(),
        in.texts(),
        in.texts(),
        in.flag(),
        in.flag(),
        in.optional(),
        in.text(),
        in.text(),
        new Retry(in.text(), in.optional(), in.flag()),
        in.texts(),
        in.texts());
  }

  static byte[] of(Cause cause) {
    return new PackedWriter()
        .text(cause.id())
        .text(cause.kind().name())
        .text(cause.topic())
        .systems(cause.os())
        .texts(cause.planes().stream().sorted().toList())
        .text(cause.prior().name())
        .texts(cause.leadsTo())
        .texts(cause.checks())
        .texts(cause.remediations())
        .flag(cause.danger())
        .flag(cause.notCheckable())
        .texts(cause.sources())
        .bytes();
  }

  static Cause cause(PackedEntry in) {
    return new Cause(
        in.text(),
        Cause.Kind.valueOf(in.text()),
        in.text(),
        in.systems(),
        Set.copyOf(in.texts()),
        Cause.Prior.valueOf(in.text()),
        in.texts(),
        in.texts(),
        in.texts(),
        in.flag(),
        in.flag(),
        in.texts());
  }

  static byte[] of(Remediation remediation) {
    return new PackedWriter()
        .text(remediation.id())
        .systems(remediation.os())
        .text(remediation.risk().name())
        .list(
            remediation.steps(),
            (out, step) ->
                out.text(step.id()).text(step.kind()).systems(step.os()).optional(step.command()))
        .texts(remediation.sources())
        .bytes();
  }

  static Remediation remediation(PackedEntry in) {
    return new Remediation(
        in.text(),
        in.systems(),
        Remediation.Risk.valueOf(in.text()),
        in.list(() -> new RemediationStep(in.text(), in.text(), in.systems(), in.optional())),
        in.texts());
  }

  static byte[] of(LogSignature signature) {
    return new PackedWriter()
        .text(signature.id())
        .text(signature.log())
        .systems(signature.os())
        .text(signature.literal())
        .optional(signature.regex())
        .text(signature.severity())
        .texts(signature.causes())
        .flag(signature.proves())
        .number(signature.milestone())
        .list(
            signature.noise() == null ? List.of() : List.of(signature.noise()),
            (out, noise) -> write(noise, out))
        .bytes();
  }

  private static void write(NoiseCondition noise, PackedWriter out) {
    out.texts(new TreeSet<>(noise.levels()))
        .texts(new TreeSet<>(noise.threads()))
        .texts(new TreeSet<>(noise.prefixes()))
        .flag(noise.wholeRecord())
        .texts(noise.holds())
        .texts(noise.holdsOneOf())
        .texts(noise.distributions())
        .number(noise.fewerThan())
        .optional(noise.followedBy())
        .texts(noise.unlessFollowedBy())
        .optional(noise.healedBy());
  }

  private static NoiseCondition noise(PackedEntry in) {
    return new NoiseCondition(
        Set.copyOf(in.texts()),
        Set.copyOf(in.texts()),
        Set.copyOf(in.texts()),
        in.flag(),
        in.texts(),
        in.texts(),
        in.texts(),
        in.number(),
        in.optional(),
        in.texts(),
        in.optional());
  }

  static LogSignature signature(PackedEntry in) {
    return new LogSignature(
        in.text(),
        in.text(),
        in.systems(),
        in.text(),
        in.optional(),
        in.text(),
        in.texts(),
        in.flag(),
        in.number(),
        in.list(() -> noise(in)).stream().findFirst().orElse(null));
  }

  static byte[] of(Check check) {
    return new PackedWriter()
        .text(check.id())
        .text(check.plane())
        .systems(check.os())
        .text(check.strength().name())
        .texts(check.proves())
        .texts(check.actions())
        .flag(check.notCheckable())
        .bytes();
  }

  static Check check(PackedEntry in) {
    return new Check(
        in.text(),
        in.text(),
        in.systems(),
        Check.Strength.valueOf(in.text()),
        in.texts(),
        in.texts(),
        in.flag());
  }

  static byte[] of(NumericError error) {
    return new PackedWriter()
        .text(error.id())
        .text(error.kind())
        .text(error.value())
        .optional(error.symbol())
        .texts(error.decimals())
        .text(error.retryable())
        .texts(error.causes())
        .texts(error.codes())
        .texts(error.sources())
        .bytes();
  }

  static NumericError error(PackedEntry in) {
    return new NumericError(
        in.text(),
        in.text(),
        in.text(),
        in.optional(),
        in.texts(),
        in.text(),
        in.texts(),
        in.texts(),
        in.texts());
  }

  static byte[] of(PortalMessage message) {
    return new PackedWriter()
        .text(message.code())
        .text(message.language())
        .text(message.text())
        .flag(message.fragment())
        .bytes();
  }

  static PortalMessage message(PackedEntry in) {
    return new PortalMessage(in.text(), in.text(), in.text(), in.flag());
  }

  static byte[] of(KnownDefect defect) {
    KnownDefect.Versions versions = defect.versions();
    KnownDefect.Condition condition = defect.condition();
    return new PackedWriter()
        .text(defect.id())
        .text(defect.component())
        .optional(versions.min())
        .optional(versions.below())
        .texts(versions.seen())
        .optional(condition.python())
        .texts(condition.distributions())
        .optional(condition.distributionVersion())
        .list(
            defect.symptoms(),
            (out, symptom) ->
                out.text(symptom.signature())
                    .optional(symptom.alsoHolds())
                    .number(symptom.atLeast())
                    .optional(symptom.with()))
        .texts(defect.causes())
        .optional(defect.fixedIn())
        .texts(defect.sources())
        .bytes();
  }

  static KnownDefect defect(PackedEntry in) {
    return new KnownDefect(
        in.text(),
        in.text(),
        new KnownDefect.Versions(in.optional(), in.optional(), in.texts()),
        new KnownDefect.Condition(in.optional(), in.texts(), in.optional()),
        in.list(
            () -> new KnownDefect.Symptom(in.text(), in.optional(), in.number(), in.optional())),
        in.texts(),
        in.optional(),
        in.texts());
  }
}
