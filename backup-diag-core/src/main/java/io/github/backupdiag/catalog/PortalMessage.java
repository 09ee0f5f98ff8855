package io.github.backupdiag.catalog;

/**
 * A message as the portal or the documentation shows it.
 *
 * @param code the code it belongs to
 * @param language language tag
 * @param text the message
 * @param fragment true if it is only a part, to be matched as a whole message only
 */
public record PortalMessage(String code, String language, String text, boolean fragment) {}
