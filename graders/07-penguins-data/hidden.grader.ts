import { exercise, expect } from 'descent/grading';
import { drawGaps, drawSpecies, MISSING, numbered, shuffled, SPECIES } from './draw.ts';
import { exports } from './exports.ts';
import { expectRefusal } from './refusal.ts';
import { COLUMNS, csvOf, loadRows, type Row } from './table.ts';

const isComplete = (row: Row) => COLUMNS.every((column) => !MISSING.includes(row[column]));
const completeBirds = async () => (await loadRows()).filter(isComplete);

/** How often each value occurs, in a record without a prototype's own ideas. */
function countsOf(rows: readonly Row[], column: keyof Row): Record<string, number> {
  const values = rows.map((row) => row[column]);
  return Object.fromEntries(
    [...new Set(values)].map((value) => [value, values.filter((v) => v === value).length]),
  );
}

exercise('07-penguins-data', exports, ({ check, student, submission, stream }) => {
  check(
    'columns in any order',
    { task: 1, points: 1, hint: 'The names of the first line say which cell is which.' },
    async () => {
      const random = stream('columns');
      const rows = shuffled(random, await loadRows()).slice(0, 20);
      const [first, ...others] = shuffled(random, COLUMNS);
      // The first column goes last: so no column stays where it was in all of the drawn orders.
      for (const columns of [[...others, first!], [...COLUMNS].reverse()]) {
        expect(await student.parseCsv(csvOf(rows, columns)), 'the rows').toEqual(rows);
      }
    },
  );

  check(
    'files from other machines',
    {
      task: 1,
      points: 1,
      hint: 'Lines may end with \\r\\n, the text may begin with \\uFEFF, and end with empty lines.',
    },
    async () => {
      const rows = shuffled(stream('files'), await loadRows()).slice(0, 20);
      expect(await student.parseCsv(csvOf(rows, COLUMNS, '\r\n')), 'the rows of a file with \\r\\n').toEqual(
        rows,
      );
      expect(await student.parseCsv(`\uFEFF${csvOf(rows)}`), 'the rows of a file with a mark').toEqual(rows);
      expect(await student.parseCsv(`${csvOf(rows)}\n\n`), 'the rows of a file with empty lines').toEqual(
        rows,
      );
      expect(
        await student.parseCsv(csvOf(rows).trim()),
        'the rows of a file without a last line break',
      ).toEqual(rows);
    },
  );

  check(
    'tables that do not fit',
    {
      task: 1,
      points: 2,
      hint: 'Every column of COLUMNS has to be there, and every line has as many cells as the first. The message says which column or line.',
    },
    async () => {
      const random = stream('misfits');
      const rows = shuffled(random, await loadRows()).slice(0, 12);
      const lacking = COLUMNS[random.integer(COLUMNS.length)]!;
      const without = csvOf(
        rows,
        COLUMNS.filter((column) => column !== lacking),
      );
      await expectRefusal(submission, 'parseCsv', [without], {
        name: 'parseCsv of a table that lacks a column',
        word: lacking,
      });
      const more = `${csvOf(rows).trim().replaceAll('\n', ',1\n')},1`.replace('year,1', 'year,shoe_size');
      await expectRefusal(submission, 'parseCsv', [more], {
        name: 'parseCsv of a table with one column more',
        word: 'shoe_size',
      });
      const lines = csvOf(rows).trim().split('\n');
      const place = 3 + random.integer(8);
      for (const [name, line] of [
        ['a cell too few', lines[place]!.split(',').slice(1).join(',')],
        ['a cell too many', `${lines[place]!},2009`],
      ] as const) {
        const broken = lines.with(place, line).join('\n');
        await expectRefusal(submission, 'parseCsv', [broken], {
          name: `parseCsv of a table with ${name} in line ${place + 1}`,
          word: String(place + 1),
        });
      }
    },
  );

  check(
    'every sign in every column',
    {
      task: 2,
      points: 1,
      hint: 'Missing is a cell that is empty, NA or a dot, and nothing else: an island may have NA in its name. Which columns do you look at?',
    },
    async () => {
      const { rows, complete } = drawGaps(stream('gaps'), await completeBirds());
      expect(await student.clean(rows), 'the number of complete rows').toHaveLength(complete.length);
      expect(await student.clean(rows), 'the complete rows').toEqual(complete);
    },
  );

  check(
    'cleaning twice',
    {
      task: 2,
      points: 1,
      hint: 'What is left to do for clean after clean? And what if two birds are alike?',
    },
    async () => {
      const birds = (await completeBirds()).slice(0, 30);
      // Two birds may have the same measurements.
      const twins = shuffled(stream('twins'), [...birds, ...birds.slice(0, 10)]);
      const once = await student.clean(twins);
      expect(once, 'the complete rows, of which some are alike').toHaveLength(40);
      expect(await student.clean(once), 'what clean makes of clean rows').toEqual(once);
    },
  );

  check(
    'counts do not depend on the order',
    { task: 3, points: 1, hint: 'Is it the column that was asked for, and is every row counted once?' },
    async () => {
      const random = stream('counts');
      const birds = shuffled(random, await completeBirds());
      const some = birds.slice(0, 100 + random.integer(200));
      for (const column of ['species', 'island', 'sex', 'year'] as const) {
        const counts = countsOf(some, column);
        expect(await student.countBy(some, column), `countBy of the ${column}`).toEqual(counts);
        expect(
          await student.countBy(some.toReversed(), column),
          `countBy of the ${column}, reversed`,
        ).toEqual(counts);
      }
      expect(await student.countBy([], 'sex'), 'the counts of no rows').toEqual({});
    },
  );

  check(
    'nobody becomes female by mistake',
    {
      task: 4,
      points: 2,
      hint: 'Everything but the two words is unknown: an empty text, a dot, a typing error, and also "males".',
    },
    async () => {
      const random = stream('sex');
      const letters = 'abcdefghijklmnopqrstuvwxyz';
      const word = Array.from({ length: 5 }, () => letters[random.integer(26)]!).join('');
      for (const text of ['', '.', 'unknown', 'males', `fe${word}`, `${word}male`]) {
        await expectRefusal(submission, 'encodeSex', [text], { name: `encodeSex('${text}')`, word: text });
      }
      expect(await student.encodeSex('FEMALE'), "encodeSex('FEMALE')").toBe(0);
    },
  );

  check(
    'other species',
    {
      task: 5,
      points: 2,
      hint: 'Is the number of a species its place in the alphabet, for any number of species and any order of rows?',
    },
    async () => {
      const random = stream('species');
      const { rows, names } = drawSpecies(random, (await completeBirds()).slice(0, 40));
      const expected = numbered(names);
      expect(await student.labelMap(rows), 'what labelMap returns').toEqual(expected);
      expect(await student.labelMap(shuffled(random, rows)), 'the same in another order').toEqual(expected);
      expect(await student.labelMap(await loadRows()), 'the labels of the penguins').toEqual(
        numbered(SPECIES),
      );
    },
  );

  check(
    'all birds as numbers',
    {
      task: 6,
      points: 3,
      hint: 'float32 numbers, five of a bird and none of them NaN, in the order of the lesson; only complete birds. The target is a number that the given labels decide about.',
    },
    async () => {
      const random = stream('set');
      const { rows, complete } = drawGaps(random, await completeBirds());
      const labels = { Adelie: 2, Chinstrap: 5, Gentoo: 0 } as Record<string, number>;
      const everyone = await student.PenguinSet(rows, labels);
      expect(await everyone.handle.get('length'), 'the number of items').toBe(complete.length);
      for (const i of [...shuffled(random, [...complete.keys()]).slice(0, 25), complete.length - 1]) {
        const bird = complete[i]!;
        const { features, target } = await everyone.get(i);
        const kind = features instanceof Float32Array ? 'a Float32Array' : 'something else';
        expect(kind, 'the list of features').toBe('a Float32Array');
        expect(features, `the features of item ${i}`).toHaveShape([5]);
        const measured = [bird.bill_length_mm, bird.bill_depth_mm, bird.flipper_length_mm, bird.body_mass_g];
        const expected = [...measured.map(Number), bird.sex === 'male' ? 1 : 0];
        expect(features, `the features of item ${i}`).toBeCloseToTensor(expected);
        expect(target, `the target of item ${i}`).toBe(labels[bird.species]);
      }
    },
  );

  check(
    'the same item at every call',
    {
      task: 6,
      points: 2,
      hint: 'Does get(i) use i, and only i? Ask for the same place twice, with others in between.',
    },
    async () => {
      const random = stream('order');
      const birds = shuffled(random, await completeBirds()).slice(0, 30);
      const labels = numbered(SPECIES);
      const one = await student.PenguinSet(birds, labels);
      const other = await student.PenguinSet(birds.toReversed(), labels);
      const forward = [];
      for (let i = 0; i < 30; i++) forward.push(await one.get(i));
      for (const i of shuffled(random, [...birds.keys()])) {
        expect(await one.get(i), `item ${i}, asked for again`).toEqual(forward[i]);
        expect(await other.get(29 - i), `item ${29 - i} of the reversed rows`).toEqual(forward[i]);
      }
    },
  );

  check(
    'beyond the ends',
    { task: 6, points: 2, hint: 'Which places are there? What should happen at −1, at length, and at 1.5?' },
    async () => {
      const birds = (await completeBirds()).slice(100, 100 + 5 + stream('ends').integer(20));
      const set = await student.PenguinSet(birds, numbered(SPECIES));
      expect((await set.get(birds.length - 1)).target, 'the target of the last item').toBe(0);
      for (const i of [-1, birds.length, birds.length + 7, 1.5]) {
        const callee = { handle: set.handle, member: 'get' };
        await expectRefusal(submission, callee, [i], {
          name: `get(${i}) of ${birds.length} items`,
          word: String(i),
        });
      }
    },
  );
});
