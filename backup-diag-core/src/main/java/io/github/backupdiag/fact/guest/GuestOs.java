package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * The operating system of the guest.
 *
 * @param family Linux or Windows
 * @param id short name of the distribution as in {@code os-release}, lower case; empty if unknown;
 *     {@code windows} for every Windows
 * @param version version as in {@code os-release}, that of Windows as {@code 10.0.20348}; empty if
 *     unknown
 * @param like names of related distributions, may be empty
 * @param name name for people, may be empty
 */
public record GuestOs(Family family, String id, String version, List<String> like, String name) {

  /**
   * Copies the list.
   *
   * @param family Linux or Windows
   * @param id short name of the distribution
   * @param version its version
   * @param like names of related distributions
   * @param name name for people
   */
  public GuestOs {
    like = List.copyOf(like);
  }

  /** Family of operating systems. */
  public enum Family {
    /** Any Linux; also a BSD, which keeps the Linux agent in like places. */
    LINUX,
    /** Any Windows. */
    WINDOWS
  }

  /**
   * Gives the name of the agent's systemd unit on this distribution.
   *
   * @return {@code walinuxagent} on Debian, Ubuntu and their kin, {@code waagent} elsewhere
   */
  public String agentUnit() {
    boolean debianKin =
        id.equals("debian")
            || id.equals("ubuntu")
            || like.contains("debian")
            || like.contains("ubuntu");
    return debianKin ? "walinuxagent" : "waagent";
  }
}
