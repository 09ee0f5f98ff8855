package io.github.backupdiag.guestaccess;

/**
 * One value of a registry key. The names of the types are those of {@code winnt.h}, as {@code
 * reg.exe} writes them in every display language ("Registry Value Types", Win32 documentation).
 *
 * @param name its name; empty for the default value of the key
 * @param type such as {@code REG_DWORD}; {@code REG_} with a number in hexadecimal for others
 * @param data text as it is, without its ending zero; numbers ({@code REG_DWORD}, {@code
 *     REG_DWORD_BIG_ENDIAN}, {@code REG_QWORD}) as unsigned decimal; the texts of {@code
 *     REG_MULTI_SZ} joined by line feeds; everything else as hexadecimal in upper case
 */
public record RegistryValue(String name, String type, String data) {}
