/** Limits of what somebody may hand in, per person. */
export const TREE_LIMITS = {
  /** Files and folders that are looked at. */
  entries: 5_000,
  /** Folders within folders. */
  depth: 8,
  /** Bytes of one file that is read. */
  fileBytes: 1024 * 1024,
  /** Bytes of a zip, packed. */
  archiveBytes: 64 * 1024 * 1024,
} as const;

/** The files that one person handed in. Nothing is known of them but their names. */
export interface SubmittedTree {
  /** Paths with `/` of all files, links and the like included; sorted. */
  readonly paths: readonly string[];
  /** Reads a file. @throws RefusedError when it is no plain small file */
  read(path: string): Promise<Uint8Array>;
  /** When a file was changed last, as far as its container says. */
  modified(path: string): Date | undefined;
}

/** Something was handed in that is not read. The message is a phrase for the person who did: `is a link`. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** An empty tree, for who handed in nothing. */
export const EMPTY_TREE: SubmittedTree = {
  paths: [],
  read: () => Promise.reject(new RefusedError('does not exist')),
  modified: () => undefined,
};
