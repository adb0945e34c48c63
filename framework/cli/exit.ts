/** What the exit code of every command means. */
export const EXIT = {
  /** Done, and targets met where there are some. */
  done: 0,
  targetsMissed: 1,
  /** The file, the data or the command line is wrong; the message says where. */
  wrongInput: 2,
  /** A fault of descent itself. */
  ownFault: 3,
  /** Ctrl-C. */
  interrupted: 130,
} as const;
