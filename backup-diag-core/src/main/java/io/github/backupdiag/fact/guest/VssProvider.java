package io.github.backupdiag.fact.guest;

/**
 * A VSS provider as {@code vssadmin list providers} or the registry shows it.
 *
 * @param name as printed, may be empty
 * @param providerId a GUID in lower case without braces
 * @param type 1 system, 2 software, 3 hardware, 4 file share, as the registry counts; 0 if the text
 *     names it in a language that was not understood
 * @param version dotted number, may be empty
 * @param line line in the source, from 1, or 0
 */
public record VssProvider(String name, String providerId, int type, String version, long line) {

  /** Id of the provider of Windows itself. */
  public static final String MICROSOFT = "b5946137-7b9f-4925-af80-51abd60b20d5";
}
