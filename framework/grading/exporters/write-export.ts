import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Exporter, ExportInput } from './exporter.ts';

/**
 * Writes the files of an export, each whole or not at all. Files of an earlier export are overwritten; others stay.
 * @returns how many files there are
 */
export async function writeExport(exporter: Exporter, input: ExportInput, folder: string): Promise<number> {
  let count = 0;
  for await (const { path, content } of exporter.export(input)) {
    const full = join(folder, ...path.split('/'));
    await mkdir(dirname(full), { recursive: true });
    await writeFileAtomic(full, content);
    count++;
  }
  return count;
}
