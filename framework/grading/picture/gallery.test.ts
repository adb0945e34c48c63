import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { COLOR } from '../../page/charts/chart-theme.ts';
import { pure } from '../check/student.ts';
import { returns } from '../check/returned.ts';
import { testSubmissions } from '../submission/test-submissions.ts';
import { attemptPictures } from './attempt-pictures.ts';
import { drawPictures } from './draw-pictures.ts';
import { definePictures } from './picture.ts';
import { renderPicturePage } from './picture-page.ts';
import { pictureText } from './picture-text.ts';

const { pool } = testSubmissions({ limits: { loadMilliseconds: 20_000, memoryMegabytes: 64 } });

const dot = (x: number, mark = 'point') => ({
  width: 560,
  data: { values: [{ x }] },
  mark: { type: mark, color: COLOR.first, clip: true },
  encoding: { x: { field: 'x', type: 'quantitative' } },
});
const file = definePictures(
  { double: pure(returns.number), treble: pure(returns.number) },
  {
    doubled: {
      title: 'Doubled',
      description: 'A dot at <6>.',
      draw: async ({ student }) => dot(await student.double(3)),
    },
    trebled: {
      title: 'Trebled',
      description: 'A dot at 9.',
      async draw({ student }) {
        await student.treble(2);
        return dot(await student.treble(3));
      },
    },
  },
);
const manifest = {
  id: '01-trial',
  title: 'A <trial>',
  pictures: ['doubled', 'trebled'],
  files: ['exercise.ts'],
  limits: { seconds: 20, megabytes: 64 },
};

/** The text for a terminal, and the page, of an answer. */
async function shown(
  source: string,
  options: { readonly seconds?: number; readonly pictures?: typeof file } = {},
) {
  const { seconds = 20, pictures = file } = options;
  const limits = { ...manifest.limits, seconds };
  const files = { 'exercise.ts': source };
  const gallery = await drawPictures(
    await attemptPictures({ manifest: { ...manifest, limits }, file: pictures, files, pool, color: COLOR }),
  );
  const page = { manifest, files, folder: 'exercises/01-trial', gallery };
  return { text: pictureText(page, new Chalk({ level: 0 })), page: renderPicturePage({ ...page, seed: 1 }) };
}

/** What a page says, markup and descriptions of charts aside. */
function words(page: string): string {
  return page
    .replace(/<style>[^]*?<\/style>/, '')
    .replaceAll(/<svg[^]*?<\/svg>/g, '[chart]')
    .replaceAll(/<title>[^<]*<\/title>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const double = 'export const double = (x: number) => 2 * x;\n';
const treble = 'export const treble = (x: number) => 3 * x;\n';

describe('a page of pictures', () => {
  it('has every picture, loads nothing and runs nothing', async () => {
    const { text, page } = await shown(double + treble);
    expect(text).toBe(
      '01  A <trial>                                                         2 pictures\n\n    ✓ Doubled\n    ✓ Trebled\n',
    );
    expect(words(page)).toBe(
      'Exercise 01 A &lt;trial&gt; Drawn by exercises/01-trial/exercise.ts : 2 pictures. ' +
        'Doubled When all is right: A dot at &lt;6&gt;. [chart] Trebled When all is right: A dot at 9. [chart] ' +
        'Written by Descent. Random data in pictures follow from the seed 1.',
    );
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<script|<link|<iframe|<img|@import|url\((?!#)/i);
    expect(page.replaceAll(/xmlns(:xlink)?="[^"]*"/g, '')).not.toMatch(/https?:\/\//);
    expect(page).toContain('stroke="var(--first)"');
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toContain('picture-doubled-clip1');
    expect(new Set(ids).size).toBe(ids.length);
    expect(await shown(double + treble)).toEqual({ text, page });
  });

  it('has the reason in place of a picture, and what was printed', async () => {
    const { text, page } = await shown(
      `export function double(x: number) {\n  console.log('<x>', x);\n  throw new RangeError('<b>no</b>');\n}\n${treble}`,
    );
    expect(text).toBe(`01  A <trial>                                                    1 of 2 pictures

    ✗ Doubled
      exercise.ts:3:9 threw RangeError: <b>no</b>
        call      double(3)

        exercises/01-trial/exercise.ts:3:9
        3 |   throw new RangeError('<b>no</b>');
          |         ^^^

        your console.log
        │ <x> 3

    ✓ Trebled
`);
    expect(words(page)).toContain(
      'A dot at &lt;6&gt;. exercise.ts:3:9 threw RangeError: &lt;b&gt;no&lt;/b&gt; call double(3) ' +
        'exercises/01-trial/exercise.ts:3:9 3 | throw new RangeError(&#39;&lt;b&gt;no&lt;/b&gt;&#39;); | ^^^ ' +
        'your console.log │ &lt;x&gt; 3 Trebled When all is right: A dot at 9. [chart]',
    );
  });

  it('says what is still to be written, and a common reason once', async () => {
    const source = `import { TodoError } from 'descent';
export const double = (x: number) => { throw new TodoError('Task 1: double'); };
export const treble = (x: number) => double(x) + x;`;
    const { text, page } = await shown(source);
    expect(text).toBe(`01  A <trial>                                                    0 of 2 pictures

    ○ Doubled
      exercise.ts:2:46 is still to be written: Task 1: double
    ○ Trebled: the same
`);
    expect(words(page)).toContain(
      'A dot at 9. exercise.ts:2:46 is still to be written: Task 1: double. Written by',
    );
  });

  it.each([
    [
      'returns something else',
      'return [x]',
      `double returned the list [3], where a number is expected
        expected  a number
        got       the list [3]
        call      double(3)`,
    ],
    [
      'needs too much memory',
      'const all: unknown[] = []; for (;;) all.push(new Array(1e5).fill({}))',
      'out of memory (64 MB) in double\n        call      double(3)',
    ],
    [
      'ends the process',
      'process.exit(3)',
      'your program ended itself (exit code 3) in double\n        call      double(3)',
    ],
  ])('goes on with the next picture when a function %s', async (_, code, reason) => {
    const { text } = await shown(`export function double(x: number) { ${code} }\n${treble}`);
    expect(text).toBe(`01  A <trial>                                                    1 of 2 pictures

    ✗ Doubled
      ${reason}

    ✓ Trebled
`);
  });

  it('goes on after a call that never ends', async () => {
    const { text } = await shown(`export function double(x: number) { for (;;); }\n${treble}`, {
      seconds: 2,
    });
    expect(text).toContain(
      '    ✗ Doubled\n      double: no answer within 2 s: an endless loop?\n        call      double(3)\n\n    ✓ Trebled\n',
    );
  });

  it('says why files cannot be loaded', async () => {
    const { text, page } = await shown('export const = 3;\n');
    expect(text).toBe(`01  A <trial>                                                        no pictures

    ✗ exercise.ts could not be loaded, so nothing was drawn.

      exercise.ts:1:14 cannot be read: Unexpected token

        exercises/01-trial/exercise.ts:1:14
        1 | export const = 3;
          |              ^
`);
    expect(words(page)).toContain(
      'No pictures exercise.ts could not be loaded, so nothing was drawn. exercise.ts:1:14 cannot be read: Unexpected token exercises/01-trial/exercise.ts:1:14 1 | export const = 3; | ^ Written by',
    );
  });

  it('takes what cannot be drawn for its own fault', async () => {
    const wrong = {
      ...file,
      pictures: {
        ...file.pictures,
        doubled: { ...file.pictures.doubled!, draw: () => Promise.resolve(dot(1, 'pint')) },
      },
    };
    const { text, page } = await shown(double + treble, { pictures: wrong });
    expect(text).toMatch(
      /^ {4}! Doubled\n {6}It broke: [^]*?\n {6}It costs you nothing\. Please tell whoever/m,
    );
    expect(text).toContain('    ✓ Trebled\n');
    expect(words(page)).toContain(
      'This picture could not be drawn. That is a fault of the exercise, not of your code. It broke: ',
    );
  });
});
