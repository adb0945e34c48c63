import { definePictures, type PictureSpec } from 'descent/grading';
import { loadBirds } from './birds.ts';
import { exports } from './exports.ts';

/** The species, in the order of the file. */
const SPECIES = ['Adelie', 'Gentoo', 'Chinstrap'];
const VALIDATION = 60;

/** A split of the penguins that is shown: the species in each of its parts. */
interface Shown {
  readonly name: string;
  readonly training: readonly string[];
  readonly validation: readonly string[];
}

/** A bar for each part of a split, cut by species. */
function bars({ name, ...parts }: Shown): readonly object[] {
  return Object.entries(parts).flatMap(([part, members]) => {
    let start = 0;
    return SPECIES.map((species) => {
      const count = members.filter((member) => member === species).length;
      const from = start;
      start += count / members.length;
      return {
        split: name,
        part: `${part}, ${members.length} birds`,
        species,
        from,
        to: start,
        // A number that does not fit into its piece of the bar stands behind it.
        place: start - from < 0.06 ? start + 0.04 : (from + start) / 2,
        count: count === 0 ? '' : String(count),
      };
    });
  });
}

export const pictures = definePictures(exports, {
  'three-splits': {
    title: 'The same birds, dealt out in three ways',
    description:
      'The share of each species in training and validation. Tail split: validation has Chinstraps only, training has 8 of them. Shuffled: both parts have all species, by chance in about equal shares. Stratified: validation has 20 of each.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { species, sex } = await loadBirds();
      const membersOf = (rows: readonly number[]) => rows.map((row) => species[row]!);
      const cut = species.length - VALIDATION;
      const share = VALIDATION / species.length;
      const [training, validation] = await student.split(species.length, [1 - share, share], 1);
      const stratified = await student.stratifiedSplit(species, sex, 10, 1);
      const splits: Shown[] = [
        { name: 'tail', training: species.slice(0, cut), validation: species.slice(cut) },
        { name: 'shuffled', training: membersOf(training!), validation: membersOf(validation!) },
        {
          name: 'stratified',
          training: membersOf(stratified.training),
          validation: membersOf(stratified.validation),
        },
      ];
      const values = splits.flatMap(bars);
      const y = {
        field: 'split',
        type: 'nominal',
        title: null,
        sort: splits.map(({ name }) => name),
        axis: { ticks: false, domain: false, labelFontWeight: 600, labelPadding: 8 },
      };
      const header = { title: null, labelFontWeight: 600, labelColor: color.ink };
      return {
        data: { values },
        facet: {
          column: { field: 'part', type: 'nominal', header, sort: ['training, 273 birds'] },
        },
        spacing: 48,
        spec: {
          width: 220,
          height: 210,
          layer: [
            {
              mark: { type: 'bar', height: 44, opacity: 0.45 },
              encoding: {
                y,
                x: {
                  field: 'from',
                  type: 'quantitative',
                  title: 'share of the part',
                  scale: { domain: [0, 1] },
                  axis: { format: '.0%', values: [0, 0.5, 1] },
                },
                x2: { field: 'to' },
                color: {
                  field: 'species',
                  type: 'nominal',
                  title: null,
                  scale: { domain: SPECIES, range: [color.first, color.third, color.second] },
                  legend: { orient: 'top' },
                },
              },
            },
            {
              mark: { type: 'text', fontWeight: 600, color: color.ink },
              encoding: {
                y,
                x: { field: 'place', type: 'quantitative' },
                text: { field: 'count', type: 'nominal' },
              },
            },
          ],
        },
      };
    },
  },

  'luck-of-the-draw': {
    title: 'The luck of the draw',
    description:
      'How many of 60 validation birds are Chinstraps, over 400 seeds of a shuffled split: mostly 9 to 15, at times fewer than 6 or more than 18. The stratified split has 20 whatever the seed.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { species, sex } = await loadBirds();
      const chinstraps = (rows: readonly number[]) =>
        rows.filter((row) => species[row] === 'Chinstrap').length;
      const share = VALIDATION / species.length;
      const counts = new Map<number, number>();
      for (let seed = 1; seed <= 400; seed++) {
        const [, validation] = await student.split(species.length, [1 - share, share], seed);
        const count = chinstraps(validation!);
        counts.set(count, (counts.get(count) ?? 0) + 1);
      }
      const values = Array.from(counts, ([count, times]) => ({ count, times }));
      const stratified = new Set<number>();
      for (let seed = 1; seed <= 20; seed++) {
        const { validation } = await student.stratifiedSplit(species, sex, 10, seed);
        stratified.add(chinstraps(validation));
      }
      const x = {
        field: 'count',
        type: 'quantitative',
        title: 'Chinstraps among 60 validation birds',
        scale: { domain: [0, 26], nice: false },
        axis: { grid: false, values: [0, 5, 10, 15, 20, 25] },
      };
      const y = { field: 'times', type: 'quantitative', title: 'of 400 seeds', scale: { domain: [0, 75] } };
      const mean = values.reduce((sum, { count, times }) => sum + count * times, 0) / 400;
      const texts = [
        { count: mean, times: 65, text: `shuffled: ${mean.toFixed(1)} on average`, color: color.first },
        { count: 22.6, times: 65, text: 'stratified: 20', color: color.second },
      ];
      return {
        width: 560,
        height: 300,
        layer: [
          {
            data: { values },
            mark: { type: 'bar', width: 16, color: color.first, opacity: 0.85 },
            encoding: { x, y },
          },
          {
            data: { values: Array.from(stratified, (count) => ({ count })) },
            mark: { type: 'rule', color: color.second, strokeWidth: 3 },
            encoding: { x },
          },
          {
            data: { values: texts },
            mark: { type: 'text', fontWeight: 600 },
            encoding: {
              x,
              y,
              text: { field: 'text', type: 'nominal' },
              color: { field: 'color', type: 'nominal', scale: null },
            },
          },
        ],
      };
    },
  },
});
