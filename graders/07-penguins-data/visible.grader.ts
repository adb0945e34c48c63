import { exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';
import { expectRefusal } from './refusal.ts';
import { csvOf, loadRows } from './table.ts';

/** The four lines of the lesson. */
const text = `species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex,year
Gentoo,Biscoe,46.1,13.2,211,4500,female,2007
Adelie,Torgersen,39.1,18.7,181,3750,male,2007
Adelie,Torgersen,NA,NA,NA,NA,NA,2007
Gentoo,Biscoe,44.5,15.7,217,4875,.,2009
`;
const lineOf = (cells: string) => {
  const [species, island, bill_length_mm, bill_depth_mm, flipper_length_mm, body_mass_g, sex, year] =
    cells.split(',') as [string, string, string, string, string, string, string, string];
  return { species, island, bill_length_mm, bill_depth_mm, flipper_length_mm, body_mass_g, sex, year };
};
const rows = text.split('\n').slice(1, -1).map(lineOf);
const labels = { Adelie: 0, Gentoo: 1 };
const PARSED = 'four lines of the table';
const CLEANED = 'two of four are complete';

exercise('07-penguins-data', exports, ({ check, student, submission }) => {
  check(
    PARSED,
    {
      task: 1,
      points: 3,
      hint: 'The first line is no bird. Is the end of the text one? Is every cell still a text?',
    },
    async () => {
      const parsed = await student.parseCsv(text);
      expect(parsed, 'what parseCsv returns').toHaveLength(4);
      expect(parsed[0], 'the first row').toEqual(rows[0]);
      expect(parsed, 'all rows').toEqual(rows);
    },
  );

  check(
    'a column that should not be there',
    {
      task: 1,
      points: 1,
      hint: 'Which names of the first line are not in COLUMNS? Throw an Error with the name in its message.',
    },
    async () => {
      const renamed = text.replace('bill_depth_mm', 'culmen_depth_mm');
      const call = { name: 'parseCsv of a table with "culmen_depth_mm"', word: 'culmen_depth_mm' };
      await expectRefusal(submission, 'parseCsv', [renamed], call);
    },
  );

  check(
    CLEANED,
    {
      task: 2,
      points: 2,
      hint: 'The third bird has NA, the fourth a dot. Where is a value missing, and how is it written?',
    },
    async () => {
      const complete = await student.clean(rows);
      expect(complete, 'the complete rows').toHaveLength(2);
      expect(complete, 'the complete rows').toEqual(rows.slice(0, 2));
    },
  );

  check(
    '333 of 344 birds',
    {
      task: 2,
      points: 2,
      after: [PARSED],
      hint: 'Eleven birds lack something: two of them all measurements, nine only the sex.',
    },
    async () => {
      const birds = await loadRows();
      const complete: number[] = [];
      // In two files, as long texts do not go to a student's process at once.
      for (const half of [birds.slice(0, 172), birds.slice(172)]) {
        const parsed = await student.parseCsv(csvOf(half));
        expect(parsed, 'the rows of half of the table').toHaveLength(172);
        complete.push((await student.clean(parsed)).length);
      }
      expect(complete, 'the complete rows of both halves').toEqual([166, 167]);
    },
  );

  check(
    'counts of the whole table',
    { task: 3, points: 2, hint: 'Each row adds 1 to the count of its own value in that column.' },
    async () => {
      const birds = await loadRows();
      expect(await student.countBy(birds, 'species'), "countBy(rows, 'species')").toEqual({
        Adelie: 152,
        Gentoo: 124,
        Chinstrap: 68,
      });
      expect(await student.countBy(birds, 'sex'), "countBy(rows, 'sex')").toEqual({
        male: 168,
        female: 165,
        NA: 11,
      });
    },
  );

  check(
    'female and male',
    { task: 4, points: 1, hint: 'Which of the two is 1? And does "female" contain "male"?' },
    async () => {
      expect(await student.encodeSex('female'), "encodeSex('female')").toBe(0);
      expect(await student.encodeSex('male'), "encodeSex('male')").toBe(1);
      expect(await student.encodeSex('MALE'), "encodeSex('MALE')").toBe(1);
    },
  );

  check(
    'an unknown sex is refused',
    {
      task: 4,
      points: 1,
      hint: 'A dot means that nobody knows. Throw an Error with the text in its message.',
    },
    async () => {
      await expectRefusal(submission, 'encodeSex', ['NA'], { name: "encodeSex('NA')", word: 'NA' });
    },
  );

  check(
    'species by the alphabet',
    {
      task: 5,
      points: 2,
      hint: 'The Gentoo comes first in these rows. Which number has it by the alphabet?',
    },
    async () => {
      expect(await student.labelMap(rows), 'what labelMap returns').toEqual(labels);
    },
  );

  check(
    'two items of a set',
    {
      task: 6,
      points: 3,
      after: [CLEANED, 'female and male'],
      hint: 'Four measurements and the sex, as numbers; the target is what labels says about the species.',
    },
    async () => {
      const set = await student.PenguinSet(rows, labels);
      expect(await set.handle.get('length'), 'the length of the set').toBe(2);
      const gentoo = await set.get(0);
      expect(gentoo.target, 'the target of item 0, a Gentoo').toBe(1);
      expect(gentoo.features, 'the features of item 0').toHaveShape([5]);
      expect(gentoo.features, 'the features of item 0').toBeCloseToTensor([46.1, 13.2, 211, 4500, 0]);
      const adelie = await set.get(1);
      expect(adelie.target, 'the target of item 1, an Adelie').toBe(0);
      expect(adelie.features, 'the features of item 1').toBeCloseToTensor([39.1, 18.7, 181, 3750, 1]);
    },
  );
});
