package io.github.backupdiag.fact.guest;

/**
 * Which Windows it is.
 *
 * @param product name of the product as written, may be empty
 * @param build number of the build, such as 17763
 * @param server true for Windows Server
 * @param bits 32 or 64, or 0 if unknown
 * @param key the registry key
 */
public record WindowsBuild(String product, int build, boolean server, int bits, String key) {}
