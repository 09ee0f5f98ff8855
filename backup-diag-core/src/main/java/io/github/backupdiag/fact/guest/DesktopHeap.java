package io.github.backupdiag.fact.guest;

/**
 * Sizes of desktop heaps as the registry sets them ({@code SharedSection}).
 *
 * @param interactiveKilobytes heap of an interactive desktop
 * @param serviceKilobytes heap of a desktop of services
 * @param key the registry key
 */
public record DesktopHeap(long interactiveKilobytes, long serviceKilobytes, String key) {}
