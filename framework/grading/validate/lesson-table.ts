import { placeAt } from '../../document/source-text.ts';
import { findTable, insertTable, taskTable } from './task-table.ts';
import type { Proof } from './proof.ts';

/** The lesson says which checks there are and what they are worth, as they are now. */
export const lessonTable: Proof = {
  claim: 'the table of tasks in the lesson is up to date',
  async prove({ manifest }, { lesson, checks }) {
    const text = await lesson();
    const source = { file: `exercises/${manifest.id}/README.md`, text };
    const updated = insertTable(source, taskTable(manifest, await checks()));
    if (updated === text) return [];
    const { start } = findTable(source);
    return [
      {
        file: source.file,
        place: placeAt(source, text.lastIndexOf('\n', start - 1) + 1, start),
        message: 'the table of tasks is not up to date',
        fix: `Write it anew with: npx descent docs ${manifest.id.slice(0, 2)}`,
      },
    ];
  },
};
