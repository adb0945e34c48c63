import { writeReport } from '../report/write-report.ts';
import { EXIT } from './exit.ts';

/** What `descent report` is told. */
export interface ReportOptions {
  /** A run folder. */
  readonly folder: string;
  /** Print `{"report": PATH}` instead of a sentence. */
  readonly json: boolean;
  readonly write: (text: string) => void;
}

/**
 * Writes the report of a run folder anew, e.g. after an update of descent.
 * @returns the exit code
 * @throws ProblemsError when the folder is missing or is no finished run folder
 */
export async function report({ folder, json, write }: ReportOptions): Promise<number> {
  const path = await writeReport(folder);
  write(json ? `${JSON.stringify({ report: path })}\n` : `Report: ${path}\n`);
  return EXIT.done;
}
