package io.github.backupdiag.fact.guest;

/**
 * For which machine the programs of the guest are built.
 *
 * @param path program that was looked at
 * @param bits 32 or 64
 * @param musl true if programs use the C library musl
 */
public record ProgramBuild(String path, int bits, boolean musl) {}
