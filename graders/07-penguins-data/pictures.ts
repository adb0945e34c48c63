import { definePictures, type PictureSpec } from 'descent/grading';
import { exports } from './exports.ts';
import { csvOf, loadRows, type Row } from './table.ts';

/** The functions that turn a file into rows. */
interface Reader {
  parseCsv(text: string): Promise<readonly Row[]>;
  clean(rows: readonly Row[]): Promise<readonly Row[]>;
}

/** A bird, its place in the file, and whether cleaning keeps it. */
interface Bird extends Row {
  readonly place: number;
  readonly isKept: boolean;
}

/** All birds as the student's functions read them. */
async function readBirds(student: Reader): Promise<readonly Bird[]> {
  const rows = await loadRows();
  const birds: Bird[] = [];
  // In pieces, as a text that goes to a student's process has a largest length.
  for (let start = 0; start < rows.length; start += 172) {
    for (const row of await student.parseCsv(csvOf(rows.slice(start, start + 172)))) {
      const isKept = (await student.clean([row])).length === 1;
      birds.push({ ...row, place: birds.length + 1, isKept });
    }
  }
  return birds;
}

const SPECIES = ['Adelie', 'Chinstrap', 'Gentoo'];

export const pictures = definePictures(exports, {
  'bills-and-gaps': {
    title: 'What is kept, and what goes',
    description:
      'Bill length and bill depth of the birds in three clouds, one for each species: Adelie with short and deep bills, Chinstrap with long and deep ones, Gentoo with long and flat ones. Nine birds with a ring lack their sex and are left out.',
    async draw({ student, color }): Promise<PictureSpec> {
      const birds = await readBirds(student);
      const values = birds
        .filter((bird) => Number.isFinite(Number(bird.bill_length_mm)))
        .map((bird) => ({
          length: Number(bird.bill_length_mm),
          depth: Number(bird.bill_depth_mm),
          species: bird.species,
          isKept: bird.isKept,
        }));
      const rings = values.filter(({ isKept }) => !isKept).length;
      const x = {
        field: 'length',
        type: 'quantitative',
        title: 'bill length (mm)',
        scale: { domain: [31, 61], nice: false },
      };
      const y = {
        field: 'depth',
        type: 'quantitative',
        title: 'bill depth (mm)',
        scale: { domain: [11.7, 22.5], nice: false },
      };
      const bySpecies = {
        field: 'species',
        type: 'nominal',
        scale: { domain: SPECIES, range: [color.first, color.third, color.second] },
        legend: null,
      };
      const names = [
        { species: 'Adelie', length: 32, depth: 21.6 },
        { species: 'Chinstrap', length: 54.5, depth: 21.2 },
        { species: 'Gentoo', length: 54.5, depth: 14 },
      ];
      const note = {
        length: 32,
        depth: 12.2,
        text: `ring: sex missing, left out (${rings}); not drawn: ${birds.length - values.length} without a bill`,
      };
      return {
        width: 560,
        height: 360,
        data: { values },
        layer: [
          {
            mark: { type: 'point', filled: true, size: 36, opacity: 0.75 },
            encoding: { x, y, color: bySpecies },
          },
          {
            transform: [{ filter: '!datum.isKept' }],
            mark: { type: 'point', size: 170, strokeWidth: 2, color: color.ink, opacity: 1 },
            encoding: { x, y },
          },
          {
            data: { values: names },
            mark: { type: 'text', align: 'left', fontWeight: 600 },
            encoding: { x, y, text: { field: 'species', type: 'nominal' }, color: bySpecies },
          },
          {
            data: { values: [note] },
            mark: { type: 'text', align: 'left', color: color.ink },
            encoding: { x, y, text: { field: 'text', type: 'nominal' } },
          },
        ],
      };
    },
  },

  'file-order': {
    title: 'The order of the file',
    description:
      'A line of 344 strokes, one for each row of the file: first all Adelie, then all Gentoo, then all Chinstrap. Eleven longer strokes are the rows that cleaning leaves out.',
    async draw({ student, color }): Promise<PictureSpec> {
      const birds = await readBirds(student);
      const labels = await student.labelMap(birds.map(({ place: _, isKept: _kept, ...row }) => row));
      const numbers = labels as Record<string, number>;
      const values = birds.map(({ species, place, isKept }) => ({
        species,
        place,
        isKept,
        from: 0,
        to: 1,
        gap: 1.35,
      }));
      const names = SPECIES.map((species) => {
        const places = values.filter((bird) => bird.species === species).map(({ place }) => place);
        const middle = (Math.min(...places) + Math.max(...places)) / 2;
        return { species, place: middle, height: -0.28, text: `${species} (${numbers[species]})` };
      });
      const height = (field: string) => ({
        field,
        type: 'quantitative',
        title: null,
        scale: { domain: [-0.45, 1.75], nice: false },
        axis: null,
      });
      const x = {
        field: 'place',
        type: 'quantitative',
        title: 'row of the file',
        scale: { domain: [0, 345], nice: false },
        axis: { grid: false, values: [1, 100, 200, 300, 344] },
      };
      const bySpecies = {
        field: 'species',
        type: 'nominal',
        scale: { domain: SPECIES, range: [color.first, color.third, color.second] },
        legend: null,
      };
      return {
        width: 560,
        height: 130,
        data: { values },
        layer: [
          {
            mark: { type: 'rule', strokeWidth: 1.75 },
            encoding: { x, y: height('from'), y2: { field: 'to' }, color: bySpecies },
          },
          {
            transform: [{ filter: '!datum.isKept' }],
            mark: { type: 'rule', strokeWidth: 2, color: color.ink },
            encoding: { x, y: height('from'), y2: { field: 'gap' } },
          },
          {
            data: { values: names },
            mark: { type: 'text', fontWeight: 600 },
            encoding: { x, y: height('height'), text: { field: 'text', type: 'nominal' }, color: bySpecies },
          },
          {
            data: { values: [{ place: 12, height: 1.55, text: 'left out' }] },
            mark: { type: 'text', align: 'left', dx: -6, color: color.ink },
            encoding: { x, y: height('height'), text: { field: 'text', type: 'nominal' } },
          },
        ],
      };
    },
  },
});
