package io.github.backupdiag.reference;

import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.catalog.Placeholders;
import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.catalog.RemediationStep;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes a remediation on the page of a cause: warning and risk first, then numbered steps. */
final class RemedyPart {

  private final Words words;
  private final Html html;
  private final Remediation remedy;

  RemedyPart(Page page, Remediation remedy) {
    this.words = page.words();
    this.html = page.html();
    this.remedy = remedy;
  }

  static String anchor(Remediation remedy) {
    return "remedy-" + Links.safe(remedy.id());
  }

  static String titleId(Remediation remedy) {
    return "remediation." + remedy.id() + ".title";
  }

  /** Tells whether any step asks for a value of the reader's. */
  static boolean haveGaps(Words words, List<Remediation> remedies) {
    return remedies.stream()
        .flatMap(remedy -> remedy.steps().stream())
        .anyMatch(
            step ->
                (step.command() != null && !Placeholders.names(step.command()).isEmpty())
                    || words.text(id(step, "text")).text().contains("<"));
  }

  /**
   * Writes it.
   *
   * @param systems those the cause can happen on; a remediation for fewer of them says so
   */
  void write(Collection<Os> systems) {
    html.open("article", "class", "remedy", "id", anchor(remedy));
    html.open("h3").put("span", words.text(titleId(remedy)));
    systems(remedy.os(), Set.copyOf(systems));
    html.close();
    caution();
    html.open("ol");
    steps().forEach(this::step);
    html.close().close();
  }

  private void caution() {
    if (!isRisky()) {
      return;
    }
    String risk = words.text("report.risk." + remedy.risk().tag()).text();
    if (warns()) {
      String text = words.text(id(remedy.steps().get(0), "text")).text();
      html.put("p", words.text("report.warning", "risk", risk, "text", text), "class", "caution");
    } else {
      html.put("p", words.text("report.caution", "risk", risk), "class", "caution");
    }
  }

  private void step(RemediationStep step) {
    html.open("li", "id", "step-" + Links.safe(step.id()));
    html.open("p").put("span", words.text(id(step, "text")));
    if (step.kind().equals("portal")) {
      html.text(" ").put("span", words.label("shell.portal"), "class", "badge");
    }
    systems(step.os(), remedy.os());
    html.close();
    if (step.command() != null) {
      String shell = words.labelOf("shell", step.kind());
      html.open("div", "class", "shell");
      html.put("p", shell, "class", "label");
      html.command(Placeholders.fill(step.command(), Map.of()), shell);
      html.close();
    }
    if (words.has(id(step, "verify"))) {
      Said verify = words.text(id(step, "verify"));
      html.put("p", words.text("report.verify", "text", verify.text()), "class", "verify");
    }
    html.close();
  }

  /** Names the systems, unless they are all that are in question. */
  private void systems(Set<Os> systems, Set<Os> all) {
    if (!systems.containsAll(all)) {
      for (Os os : systems.stream().sorted().toList()) {
        String name = words.label("os." + os.name().toLowerCase(Locale.ROOT));
        html.text(" ").put("span", name, "class", "badge");
      }
    }
  }

  private List<RemediationStep> steps() {
    List<RemediationStep> steps = remedy.steps();
    return isRisky() && warns() ? steps.subList(1, steps.size()) : steps;
  }

  private boolean isRisky() {
    return remedy.risk().compareTo(Remediation.Risk.LOW) > 0;
  }

  /** Tells whether the first step is nothing but a warning, as the reports see it. */
  private boolean warns() {
    RemediationStep first = remedy.steps().get(0);
    return first.id().endsWith("/warning") && first.command() == null;
  }

  private static String id(RemediationStep step, String part) {
    return "step." + step.id().replace('/', '.') + "." + part;
  }
}
