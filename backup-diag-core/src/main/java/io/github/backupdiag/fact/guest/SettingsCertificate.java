package io.github.backupdiag.fact.guest;

/**
 * The certificate that the newest settings of the backup extension were encrypted for. Its
 * thumbprint is not kept.
 *
 * @param settings the settings file
 * @param certificate true if the file of the certificate is there
 * @param key true if the file of its private key is there
 */
public record SettingsCertificate(String settings, boolean certificate, boolean key) {}
