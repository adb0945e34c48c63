import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { cleanText } from '../submission/clean-text.ts';
import type { ExportedFile, Exporter, ExportInput } from './exporter.ts';

/** More of one text is in no result. */
const LONGEST = 20_000;

/**
 * Writes the files of an export, each whole or not at all. Files of an earlier export are overwritten; others stay.
 * @returns how many files there are
 */
export async function writeExport(exporter: Exporter, input: ExportInput, folder: string): Promise<number> {
  let count = 0;
  for await (const { path, content } of exportFiles(exporter, input)) {
    const full = join(folder, ...path.split('/'));
    await mkdir(dirname(full), { recursive: true });
    await writeFileAtomic(full, content);
    count++;
  }
  return count;
}

/**
 * The files of an export. Whatever a result or a roster holds, no control, bidi or zero-width character of it gets into any format; what
 * else a format has to escape is its own matter.
 */
export function exportFiles(exporter: Exporter, input: ExportInput): AsyncIterable<ExportedFile> {
  return exporter.export({
    ...input,
    gradebook: withCleanTexts(input.gradebook),
    resultOf: async (student, cell) => withCleanTexts(await input.resultOf(student, cell)),
  });
}

/** The same data with every text in it made safe to show. */
function withCleanTexts<Value>(value: Value): Value {
  const clean = (one: unknown): unknown => {
    if (typeof one === 'string') return cleanText(one, LONGEST);
    if (Array.isArray(one)) return one.map(clean);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, clean(inner)]));
  };
  return clean(value) as Value;
}
