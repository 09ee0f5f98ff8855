package io.github.backupdiag.fact.guest;

/**
 * Whether an account stands in the rights of a folder, by its identifier: names of accounts are
 * translated. Inherited and explicit entries count alike.
 *
 * @param path the folder
 * @param sid identifier of the account, one of those named here
 * @param listed whether an entry names the account; what it grants is not known
 */
public record FolderRight(String path, String sid, boolean listed) {

  /** Everyone. */
  public static final String EVERYONE = "S-1-1-0";

  /** The system itself. */
  public static final String SYSTEM = "S-1-5-18";

  /** The group of administrators. */
  public static final String ADMINISTRATORS = "S-1-5-32-544";
}
