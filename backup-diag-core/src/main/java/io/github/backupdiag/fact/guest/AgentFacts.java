package io.github.backupdiag.fact.guest;

import io.github.backupdiag.fact.FactKey;
import java.util.List;

/** Facts about what the guest agent does and about the system that it runs on. */
public final class AgentFacts {

  /** The agent's signs of life; absent without a log and a report of it. */
  public static final FactKey<AgentLife> LIFE = FactKey.record("guest.agent-life", AgentLife.class);

  /** Programs and Python modules that the agent calls. */
  public static final FactKey<AgentTools> TOOLS =
      FactKey.record("guest.agent-tools", AgentTools.class);

  /** Comments behind values in the agent's configuration; absent without that file. */
  public static final FactKey<List<InlineComment>> INLINE_COMMENTS =
      FactKey.records("guest.agent-config-comments", InlineComment.class);

  /** Old goal states in the agent's folder. */
  public static final FactKey<GoalStateFiles> GOAL_STATE_FILES =
      FactKey.record("guest.goal-state-files", GoalStateFiles.class);

  /** Names of the kernel's cgroup controllers that are enabled. */
  public static final FactKey<List<String>> CGROUP_CONTROLLERS =
      FactKey.texts("guest.cgroup-controllers");

  /** Whether SELinux enforces its policy; absent if there is no SELinux. */
  public static final FactKey<SelinuxState> SELINUX =
      FactKey.record("guest.selinux", SelinuxState.class);

  /** What SELinux refused to the agent or the backup extension. */
  public static final FactKey<List<AccessDenial>> DENIALS =
      FactKey.records("guest.selinux-denials", AccessDenial.class);

  /** Whether the kernel is in FIPS mode. */
  public static final FactKey<FipsMode> FIPS = FactKey.record("guest.fips-mode", FipsMode.class);

  /** How busy the guest is at this moment. */
  public static final FactKey<GuestLoad> LOAD = FactKey.record("guest.load", GuestLoad.class);

  /** For which machine the programs of the guest are built. */
  public static final FactKey<ProgramBuild> PROGRAMS =
      FactKey.record("guest.program-build", ProgramBuild.class);

  private AgentFacts() {}
}
