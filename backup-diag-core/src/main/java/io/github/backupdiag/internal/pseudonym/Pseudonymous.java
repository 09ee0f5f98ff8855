package io.github.backupdiag.internal.pseudonym;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.report.Report;

/**
 * Gives a report or facts without the names of a customer's things. Pseudonyms are those of one
 * report: another one numbers anew, and nothing leads back from them.
 */
public final class Pseudonymous {

  private Pseudonymous() {}

  /** Gives a report with pseudonyms, in its facts too; nothing is judged anew. */
  public static Report report(Report report) {
    Pseudonyms pseudonyms = new Pseudonyms();
    new ReportTexts((fields, text) -> learned(pseudonyms, fields, text)).changed(report);
    return new ReportTexts(pseudonyms::replace).changed(report);
  }

  /** Gives facts with pseudonyms. */
  public static FactSet facts(FactSet facts) {
    Pseudonyms pseudonyms = new Pseudonyms();
    facts.withNamedTexts((fields, text) -> learned(pseudonyms, fields, text));
    return facts.withNamedTexts(pseudonyms::replace);
  }

  private static String learned(Pseudonyms pseudonyms, String fields, String text) {
    pseudonyms.learn(fields, text);
    return text;
  }
}
