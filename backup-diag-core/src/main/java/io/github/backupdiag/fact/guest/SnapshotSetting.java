package io.github.backupdiag.fact.guest;

/**
 * A value that steers the backup extension on Windows.
 *
 * @param key last part of its key: {@code BcdrAgent} or {@code BcdrAgentPersistentKeys}
 * @param name such as {@code SnapshotMethod}
 * @param type such as {@code REG_SZ}
 * @param data as text
 */
public record SnapshotSetting(String key, String name, String type, String data) {

  /** Key of settings that stay when the extension is installed anew. */
  public static final String PERSISTENT = "BcdrAgentPersistentKeys";

  /** Key of the other ones. */
  public static final String AGENT = "BcdrAgent";

  /**
   * Tells whether it is switched on.
   *
   * @return true for the text {@code True} in any case, the only form the articles name
   */
  public boolean isOn() {
    return isText() && data.strip().equalsIgnoreCase("true");
  }

  /**
   * Tells whether it has the type that the extension reads.
   *
   * @return true for text
   */
  public boolean isText() {
    return type.equalsIgnoreCase("REG_SZ");
  }
}
