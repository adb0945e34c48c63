import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { RUN_FILES } from '../experiment/run-folder.ts';
import { renderPage } from './page.ts';
import { readRunRecord } from './run-record.ts';

/**
 * Writes `report.html` into a run folder, from the files of that folder alone. The page opens from disk and
 * loads nothing.
 * @returns the path of the report
 * @throws ProblemsError when the folder is missing, is no run folder, has no result yet, or a file is damaged
 */
export async function writeReport(folder: string): Promise<string> {
  const record = await readRunRecord(folder);
  const path = join(folder, RUN_FILES.report);
  await writeFileAtomic(path, await renderPage(record));
  return path;
}
