package io.github.backupdiag.fact.guest;

/**
 * A driver that watches or changes what is done with files, as {@code fltmc} lists it.
 *
 * @param name its name
 * @param altitude its place in the stack, which tells its kind
 */
public record FilterDriver(String name, long altitude) {

  private static final long FIRST_ANTIVIRUS = 320_000;
  private static final long LAST_ANTIVIRUS = 329_999;

  /**
   * Tells whether it belongs to an antivirus product.
   *
   * @return true in the range of altitudes that Microsoft gives to these (windows-vss.json,
   *     fltmc-instances)
   */
  public boolean isAntivirus() {
    return altitude >= FIRST_ANTIVIRUS && altitude <= LAST_ANTIVIRUS;
  }
}
