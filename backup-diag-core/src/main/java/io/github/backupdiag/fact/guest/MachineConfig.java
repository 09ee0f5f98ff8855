package io.github.backupdiag.fact.guest;

/**
 * The {@code machine.config} of the 64-bit .NET Framework 4.
 *
 * @param state what is to be said of it
 * @param path where it is
 * @param line line that tells, from 1, or 0
 * @param text what stands there, may be empty
 */
public record MachineConfig(State state, String path, long line, String text) {

  /** Entry that a debugger leaves behind. */
  public static final String DEBUGGER = "Microsoft.VisualStudio.Diagnostics.ServiceModelSink";

  /** States of the file. */
  public enum State {
    /** It can be read as XML and holds no entry of a debugger. */
    SOUND,
    /** It is not there, though the framework is. */
    MISSING,
    /** It is not XML. */
    BROKEN,
    /** It holds the entry of a debugger. */
    DEBUGGED
  }
}
