package io.github.backupdiag.fact.azure;

import org.jspecify.annotations.Nullable;

/**
 * What the agent reports of the handler of an extension ({@code
 * VirtualMachineExtensionHandlerInstanceView}). A handler may be ready although the work of its
 * extension failed.
 *
 * @param type publisher and type, such as {@code Microsoft.Azure.RecoveryServices.VMSnapshotLinux}
 * @param version its version, may be empty
 * @param status its status, or null
 */
public record HandlerView(String type, String version, @Nullable ViewStatus status) {}
