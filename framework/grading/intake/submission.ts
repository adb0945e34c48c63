import type { SubmittedTree } from './submitted-tree.ts';

/** What one person handed in. */
export interface Submission {
  /** Identifies the person; safe as the name of a file. */
  readonly student: string;
  /** How the export names the person, where it does. */
  readonly name?: string;
  /** Keys of the person in other systems, e.g. the address. */
  readonly email?: string;
  /** When it was handed in, as the export says. */
  readonly time?: Date;
  /** Opens what was handed in. @throws RefusedError when it cannot be read as a whole */
  open(): Promise<SubmittedTree>;
}

/** The entries of the folder that was named, as the forms are recognised by them. */
export interface SubmissionFolder {
  readonly path: string;
  readonly folders: readonly string[];
  readonly files: readonly string[];
}
