import { join } from 'node:path';
import { loadDocument } from '../../document/load-document.ts';
import { readText } from '../../document/read-text.ts';
import { readFolder } from './read-folder.ts';
import { studentId } from './student-id.ts';
import type { Submission, SubmissionFolder } from './submission.ts';

const METADATA = 'submission_metadata.yml';

/**
 * An unpacked "Export submissions" of a Gradescope assignment: folders `submission_123` and a file that says whose they are and
 * when they were handed in. Its keys are Ruby symbols, which YAML reads as texts that begin with a colon.
 * A submission of a group counts for each of its members.
 */
export async function findGradescope({
  path,
  folders,
  files,
}: SubmissionFolder): Promise<readonly Submission[]> {
  if (!files.includes(METADATA)) return [];
  const { value } = loadDocument(await readText(join(path, METADATA), METADATA));
  return folders.flatMap((folder) => {
    const about = entry(value, folder);
    const submitters = entry(about, ':submitters');
    const time = timeOf(entry(about, ':created_at'));
    return (Array.isArray(submitters) ? submitters : []).map((submitter): Submission => {
      const name = text(entry(submitter, ':name'));
      const email = text(entry(submitter, ':email'));
      const number = text(entry(submitter, ':sid'));
      return {
        student: studentId(number ?? email ?? name ?? folder),
        ...(name === undefined ? {} : { name }),
        ...(email === undefined ? {} : { email }),
        ...(time === undefined ? {} : { time }),
        open: () => readFolder(join(path, folder)),
      };
    });
  });
}

function entry(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function text(value: unknown): string | undefined {
  const words = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return words === '' ? undefined : words;
}

/** `2026-01-28 15:38:18.302218000 Z` */
function timeOf(value: unknown): Date | undefined {
  const iso = text(value)?.replace(
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3})\d*)? ?(Z|[+-]\d\d:?\d\d)$/,
    (_, day: string, hour: string, fraction: string | undefined, zone: string) =>
      `${day}T${hour}.${(fraction ?? '0').padEnd(3, '0')}${zone}`,
  );
  const time = iso === undefined ? undefined : new Date(iso);
  return time === undefined || Number.isNaN(time.getTime()) ? undefined : time;
}
