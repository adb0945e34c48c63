import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../../document/read-text.ts';

/** Text files by name. */
export type TextFiles = Readonly<Record<string, string>>;

/**
 * Reads the named files of a folder of this kit; not for a folder that somebody else handed in.
 * A byte order mark is dropped, line ends become `\n`, so that an editor's habits change nothing.
 * @param label what messages call the folder
 * @throws ProblemsError when one is missing or no text
 */
export async function readFiles(folder: string, names: readonly string[], label: string): Promise<TextFiles> {
  const files: Record<string, string> = {};
  for (const name of names) {
    const { text } = await readText(join(folder, name), `${label}/${name}`);
    files[name] = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  }
  return files;
}

/** The same, or undefined when there is no such folder. */
export async function readFilesIfThere(
  folder: string,
  names: readonly string[],
  label: string,
): Promise<TextFiles | undefined> {
  return existsSync(folder) ? readFiles(folder, names, label) : undefined;
}

/** Whether two sets of files have the same names and content. */
export function areSameFiles(one: TextFiles, other: TextFiles): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
