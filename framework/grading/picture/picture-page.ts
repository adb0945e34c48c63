import { Chalk } from 'chalk';
import { renderDocument } from '../../page/document.ts';
import { html, type Html } from '../../page/html.ts';
import { renderSection } from '../../page/section.ts';
import { failureLines, printedLines, subjectOf, type CheckTextOptions } from '../card/check-lines.ts';
import type { ExerciseManifest } from '../kit/exercise-file.ts';
import type { TextFiles } from '../kit/read-files.ts';
import type { PictureFailure } from './attempt-pictures.ts';
import type { DrawnPicture, Gallery } from './draw-pictures.ts';

/** What a page of pictures shows. */
export interface PicturePage {
  readonly manifest: Pick<ExerciseManifest, 'id' | 'title' | 'files'>;
  /** The files whose functions were called. */
  readonly files: TextFiles;
  /** Where they lie, as their reader may open them: `exercises/02-line-gd`. */
  readonly folder: string;
  readonly gallery: Gallery;
  /** The seed of the random data in the pictures. */
  readonly seed: number;
}

const style = `
.content > .finding { overflow-wrap: anywhere; }
`;

/** Of the lines of a reason. */
const WIDTH = 72;
const plain = new Chalk({ level: 0 });

/**
 * A page with every picture of an exercise, and in place of those that could not be drawn the reason. It is one file that opens from
 * disk, loads nothing and runs nothing, and shows nothing but what the given functions did.
 */
export function renderPicturePage(page: PicturePage): string {
  const { manifest, folder, gallery, seed } = page;
  const { pictures, unloaded } = gallery;
  const entry = `${folder}/${manifest.files[0]!}`;
  const body = html`<main>
      <header class="opening">
        <p class="overline">Exercise ${manifest.id.slice(0, 2)}</p>
        <h1>${manifest.title}</h1>
        <p class="lead">
          Drawn by <code>${entry}</code>${pictures.length > 0 && `: ${countText(pictures)}`}.
        </p>
      </header>
      ${unloaded !== undefined && renderUnloaded(unloaded, page)}
      ${pictures.map((picture) => renderPicture(picture, page))}
    </main>
    <footer>
      <p>Written by Descent. Random data in pictures follow from the seed ${seed}.</p>
    </footer>`;
  return renderDocument({ title: `${manifest.title} – pictures`, body, style });
}

/** `2 of 3 pictures` */
export function countText(pictures: readonly DrawnPicture[]): string {
  const drawn = pictures.filter(({ outcome }) => 'chart' in outcome).length;
  if (drawn < pictures.length) return `${drawn} of ${pictures.length} pictures`;
  return drawn === 1 ? '1 picture' : `${drawn} pictures`;
}

function renderPicture(
  { name, title, description, outcome, printed }: DrawnPicture,
  page: PicturePage,
): Html {
  const options = textOptions(page);
  const content =
    'chart' in outcome
      ? html`<div class="scroll" tabindex="0" role="region" aria-label="${title}">${outcome.chart}</div>
          ${renderLines(printed === '' ? [] : printedLines({ printed }, options, true))}`
      : renderReason(outcome.failure, printed, options);
  return renderSection({ id: name, title, note: html`<b>When all is right:</b> ${description}`, content });
}

function renderReason(failure: PictureFailure, printed: string, options: CheckTextOptions): Html {
  if (failure.cause === 'to do') return html`<p class="finding caution">${failure.message}.</p>`;
  const told = { ...failure, ...(printed === '' ? {} : { printed }) };
  if (failure.state === 'grader error') {
    const sentence = 'This picture could not be drawn. That is a fault of the exercise, not of your code.';
    return html`<p class="finding caution">${sentence}</p>
      ${renderLines(failureLines(told, options))}`;
  }
  // Problems of an experiment file show its lines below their first sentence.
  const [sentence, ...more] = subjectOf({
    message: failure.message,
    expected: failure.expected,
    received: failure.received,
  }).split('\n');
  return html`<p class="finding bad">${sentence}</p>
    ${renderLines([...more, ...failureLines({ ...told, message: '' }, options)])}`;
}

function renderUnloaded(failure: PictureFailure, page: PicturePage): Html {
  return renderSection({
    id: 'no-pictures',
    title: 'No pictures',
    note: unloadedText(page.manifest),
    content: renderReason(failure, '', textOptions(page)),
  });
}

/** Said of an answer that could not be loaded. */
export function unloadedText({ files }: Pick<ExerciseManifest, 'files'>): string {
  return `${files.length === 1 ? files[0]! : 'your files'} could not be loaded, so nothing was drawn.`;
}

function renderLines(lines: readonly string[]): Html | false {
  const text = lines.join('\n').replaceAll(/^\n+|\n+$/g, '');
  return text !== '' && html`<pre tabindex="0">${text}</pre>`;
}

function textOptions({ files, folder }: PicturePage): CheckTextOptions {
  return { files, folder, width: WIDTH, style: plain };
}
