package io.github.backupdiag.fact.guest;

/**
 * Numbered XML files of goal states that lie in the agent's folder itself.
 *
 * @param folder the agent's folder
 * @param count how many there are
 * @param example path of one of them, empty if there is none
 */
public record GoalStateFiles(String folder, int count, String example) {}
