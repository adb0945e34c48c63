import type { Exporter, ExportInput } from './exporter.ts';
import { exportFiles } from './write-export.ts';

/** For tests: the files of an export by path. */
export async function collectFiles(
  exporter: Exporter,
  input: ExportInput,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for await (const { path, content } of exportFiles(exporter, input)) files.set(path, content);
  return files;
}
