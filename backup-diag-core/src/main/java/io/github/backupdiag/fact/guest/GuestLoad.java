package io.github.backupdiag.fact.guest;

/**
 * How busy the guest is at this moment.
 *
 * @param load tasks that ran or waited for the disk, mean of the last five minutes
 * @param processors how many processors there are; 0 if not known
 * @param cpuPressure share of the last five minutes in percent in which some task waited for a
 *     processor; -1 if the kernel does not count that
 * @param memoryBytes size of the memory; 0 if not known
 * @param availableBytes what programs can still get without swapping; 0 if not known
 */
public record GuestLoad(
    double load, int processors, double cpuPressure, long memoryBytes, long availableBytes) {}
