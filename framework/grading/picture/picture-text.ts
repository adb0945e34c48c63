import type { ChalkInstance } from 'chalk';
import { wrapLines } from '../../document/wrap-text.ts';
import { failureLines, printedLines, type CheckTextOptions } from '../card/check-lines.ts';
import { CARD_WIDTH, row } from '../card/layout.ts';
import type { DrawnPicture } from './draw-pictures.ts';
import { countText, unloadedText, type PicturePage } from './picture-page.ts';

const INDENT = ' '.repeat(6);

/**
 * What came of the pictures of an exercise, for a terminal, at most 80 characters wide: a line for each, with the reason where there is
 * none. A reason that several share is told in full once.
 * @returns lines, the last one ended
 */
export function pictureText(page: Omit<PicturePage, 'seed'>, style: ChalkInstance): string {
  const { manifest, files, folder, gallery } = page;
  const options = { files, folder, width: CARD_WIDTH - INDENT.length, style };
  const title = { prefix: `${manifest.id.slice(0, 2)}  `, text: manifest.title };
  const { unloaded, pictures } = gallery;
  if (unloaded !== undefined) {
    return [
      ...row({ ...title, right: 'no pictures' }, style.bold),
      '',
      style.red(`    ✗ ${unloadedText(manifest)}`),
      '',
      ...indent(failureLines(unloaded, options)),
      '',
    ].join('\n');
  }
  const told = new Set<string>();
  return [
    ...row({ ...title, right: countText(pictures) }, style.bold),
    '',
    ...pictures.flatMap((picture) => pictureLines(picture, told, options)),
    '',
  ].join('\n');
}

function pictureLines(
  { title, outcome, printed }: DrawnPicture,
  told: Set<string>,
  options: CheckTextOptions,
): readonly string[] {
  const { style } = options;
  const shown = printed === '' ? {} : { printed };
  if ('chart' in outcome) {
    return [style.green(`    ✓ ${title}`), ...indent(printedLines(shown, options, true))];
  }
  const { failure } = outcome;
  const [mark, paint] =
    failure.cause === 'to do'
      ? ['○', style.dim]
      : failure.state === 'grader error'
        ? ['!', style.yellow]
        : ['✗', style.red];
  const reason = `${failure.state} ${failure.message ?? ''}`;
  if (told.has(reason)) return [paint(`    ${mark} ${title}: the same`)];
  told.add(reason);
  const head = paint(`    ${mark} ${title}`);
  if (failure.cause === 'to do') return [head, ...indent(wrapLines(failure.message ?? '', options.width))];
  return [head, ...indent(failureLines({ ...failure, ...shown }, options)), ''];
}

/** Without empty lines at the end. */
function indent(lines: readonly string[]): string[] {
  const end = lines.findLastIndex((line) => line !== '') + 1;
  return lines.slice(0, end).map((line) => (line === '' ? '' : `${INDENT}${line}`));
}
