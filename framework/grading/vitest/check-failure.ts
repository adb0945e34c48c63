import { join } from 'node:path';
import { Chalk } from 'chalk';
import { failureLines } from '../card/check-lines.ts';
import type { TextFiles } from '../kit/read-files.ts';
import type { CheckResult } from '../result/result.ts';

const WIDTH = 96;
const plain = new Chalk({ level: 0 });

/**
 * A check that did not get all its points, for vitest and editors. Its message is the card's text, its stack is the one
 * place in the answer, so that a click leads there and nothing of ours is shown.
 */
export class CheckFailure extends Error {
  override readonly name = 'CheckFailure';

  /** @param folder where the files lie */
  constructor(check: CheckResult, { files, folder }: { readonly files: TextFiles; readonly folder: string }) {
    super(textOf(check, files, folder));
    const { place } = check;
    const column = place?.column ?? 1;
    this.stack =
      place === undefined
        ? `${this.name}: ${this.message}`
        : `${this.name}: ${this.message}\n    at ${join(folder, place.file)}:${place.line}:${column}`;
  }
}

function textOf(check: CheckResult, files: TextFiles, folder: string): string {
  if (check.state === 'skipped') return `skipped, as it needs ${check.needs!.join(' and ')}`;
  // A fault of ours: whoever mends it needs the stack that is in its message.
  if (check.state === 'grader error') return `the check is broken: ${check.message ?? ''}`;
  // The place is shown by vitest itself.
  const { place: _, ...rest } = check;
  return failureLines(rest, { files, folder, width: WIDTH, style: plain }).join('\n');
}
