package io.github.backupdiag.report;

/** What is known of a cause, in the order of a report. */
public enum CauseState {
  /** It holds. */
  CONFIRMED("confirmed"),
  /** Two rules disagree about the same time. */
  CONTRADICTORY("contradictory"),
  /** Something was seen that does not decide. */
  OPEN("open"),
  /** Nothing that it needs was seen. */
  NOT_TESTED("notTested"),
  /** It does not hold. */
  RULED_OUT("ruledOut");

  private final String tag;

  CauseState(String tag) {
    this.tag = tag;
  }

  /**
   * Gives the name used in JSON.
   *
   * @return for example {@code ruledOut}
   */
  public String tag() {
    return tag;
  }
}
