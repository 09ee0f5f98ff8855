package io.github.backupdiag.cli;

/** One command of the program. */
interface Command {

  Syntax syntax();

  /** Runs it and gives the exit status. */
  int run(Arguments arguments, Surroundings around) throws RefusedException;
}
