import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findKit, openExercises } from '../grading/kit/kit.ts';

// exercises/README.md: the list of exercises, and where each topic of the slides is practised.
const kit = await findKit(import.meta.dirname);
const folder = join(kit.root, 'exercises');
const rows = readFileSync(join(folder, 'README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );

it('lists every exercise as its manifest describes it', async () => {
  const listed = rows.filter(([number = '']) => /^\d\d$/.test(number));
  const exercises = await openExercises(kit);
  expect(listed).toEqual(
    exercises.map(({ manifest: { id, title, summary, minutes } }) => [
      id.slice(0, 2),
      `[${title}](${id}/README.md)`,
      summary,
      String(minutes),
    ]),
  );
});

const topics = rows
  .filter(([, , links = '']) => /^\[\d\d\]\(/.test(links))
  .map(([topic = '', , links = '']) => ({
    topic,
    ids: [...links.matchAll(/\(([^/)]+)\//g)].map(([, id]) => id!),
  }));

it('names topics, and every exercise for one of them', () => {
  expect(topics.length).toBeGreaterThan(50);
  expect(kit.ids.filter((id) => !topics.some(({ ids }) => ids.includes(id)))).toEqual([]);
});

it.each(topics)('$topic is practised where it says', ({ topic, ids }) => {
  const terms = [...topic.matchAll(/\*\*(.+?)\*\*/g)].map(([, term]) => lettersOf(term!));
  const missing = ids.flatMap((id) => {
    const words = lettersOf(readExercise(id));
    return terms.filter((term) => !words.includes(term)).map((term) => `${id}: ${term}`);
  });
  expect(missing).toEqual([]);
});

/** Lesson, manifest and starter. */
function readExercise(id: string): string {
  return readdirSync(join(folder, id))
    .map((name) => join(folder, id, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

/** A name in code, `squaredError`, is the term "squared error". */
function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '');
}
