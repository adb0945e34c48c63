import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Value } from '@sinclair/typebox/value';
import writeFileAtomic from 'write-file-atomic';
import { versionProblem } from '../../document/format-version.ts';
import { ProblemsError } from '../../document/problem.ts';
import { gradebookSchema, type Gradebook } from './gradebook.ts';

/** The gradebook in a folder of grades. */
export const GRADEBOOK_FILE = 'gradebook.json';

/** Writes the gradebook of a folder of grades, whole or not at all. */
export async function writeGradebook(folder: string, gradebook: Gradebook): Promise<void> {
  await writeFileAtomic(join(folder, GRADEBOOK_FILE), `${JSON.stringify(gradebook, undefined, 2)}\n`);
}

/** Reads the gradebook of a folder of grades. @throws ProblemsError when there is none, or the file is damaged or of another version */
export async function readGradebook(folder: string): Promise<Gradebook> {
  const path = join(folder, GRADEBOOK_FILE);
  const fix = 'Grade the class: npx descent grade SUBMISSIONS. What is graded already is not graded again.';
  if (!existsSync(path)) {
    throw new ProblemsError([{ file: path, message: 'there is no gradebook here yet', fix }]);
  }
  const value = parse(await readFile(path, 'utf8'));
  if (Value.Check(gradebookSchema, value)) return value;
  const version = gradebookSchema.properties.schema.const;
  const written = (value as { readonly schema?: unknown } | null | undefined)?.schema;
  if (typeof written === 'number' && written !== version) {
    throw new ProblemsError([{ file: path, ...versionProblem(written, version), fix }]);
  }
  throw new ProblemsError([{ file: path, message: 'this is no gradebook, or a damaged one', fix }]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Told as a damaged file.
    return undefined;
  }
}
