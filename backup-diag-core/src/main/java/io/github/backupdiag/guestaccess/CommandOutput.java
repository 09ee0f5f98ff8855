package io.github.backupdiag.guestaccess;

/**
 * What a command gave. Empty output with exit status 0 is no evidence of anything. Immutable as
 * long as nobody writes into its arrays.
 */
public final class CommandOutput {

  private final int exitStatus;
  private final byte[] out;
  private final byte[] err;
  private final boolean complete;

  /**
   * Makes an output.
   *
   * @param exitStatus exit status of the command
   * @param out standard output; not copied
   * @param err standard error; not copied
   * @param complete false if a limit cut either
   */
  public CommandOutput(int exitStatus, byte[] out, byte[] err, boolean complete) {
    this.exitStatus = exitStatus;
    this.out = out;
    this.err = err;
    this.complete = complete;
  }

  /**
   * Gives the exit status.
   *
   * @return 0 mostly means success
   */
  public int exitStatus() {
    return exitStatus;
  }

  /**
   * Gives standard output.
   *
   * @return bytes in the encoding of the guest; not a copy
   */
  public byte[] out() {
    return out;
  }

  /**
   * Gives standard error.
   *
   * @return bytes in the encoding of the guest; not a copy
   */
  public byte[] err() {
    return err;
  }

  /**
   * Tells whether nothing was cut.
   *
   * @return false if a limit cut the output
   */
  public boolean isComplete() {
    return complete;
  }
}
