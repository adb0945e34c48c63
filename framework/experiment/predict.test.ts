import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { errorText } from '../data/testing.ts';
import { ProblemsError } from '../document/problem.ts';
import { builtInRegistry } from './components.ts';
import { formatNewPredictions } from './new-predictions.ts';
import { predict } from './predict.ts';
import { parsePredictions } from './predictions-file.ts';
import { runExperiment } from './run.ts';
import { RUN_FILES } from './run-folder.ts';
import { loadExperiment } from './spec/load-experiment.ts';

const PENGUINS = fileURLToPath(new URL('../../experiments/penguins-species.yaml', import.meta.url));
const CSV = readFileSync(
  fileURLToPath(new URL('../../datasets/penguins/penguins.csv', import.meta.url)),
  'utf8',
);
/** The rows without a missing value; their places in the file do not matter here. */
const complete = CSV.split('\n').filter((line) => line.trim() !== '' && !line.includes('NA'));

let place: string;
let folder: string;
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'descent-predict-'));
  folder = await runOf(PENGUINS, ['training.epochs=3']);
});

async function runOf(file: string, overrides: string[] = []): Promise<string> {
  const experiment = await loadExperiment(file, { registry: builtInRegistry, overrides });
  const outcome = await runExperiment(experiment, {
    out: join(place, 'runs'),
    trial: null,
    fresh: false,
    command: ['descent', 'run'],
    clock: { milliseconds: () => 0, time: () => '2026-01-01T00:00:00.000Z' },
    signal: new AbortController().signal,
    onStart: () => undefined,
    onEvent: () => undefined,
  });
  return outcome.folder;
}

async function predictText(text: string | Uint8Array, run = folder, name = 'new.csv') {
  writeFileSync(join(place, name), text);
  return predict(run, { input: name, registry: builtInRegistry, workingDirectory: place });
}
const judged = (run: string, task: 'classification' | 'regression') =>
  parsePredictions(readFileSync(join(run, RUN_FILES.predictions), 'utf8'), task);

/** Rows of the whole file, 1 first, as a csv of their own. */
const rowsOfFile = (rows: readonly number[]) => {
  const lines = CSV.split('\n');
  return [lines[0], ...rows.map((row) => lines[row])].join('\n');
};

describe('predict', () => {
  it('says of the test rows what the run itself said, with classes and probabilities', async () => {
    const known = judged(folder, 'classification');
    const predictions = await predictText(rowsOfFile(known.map(({ row }) => row)));
    expect(predictions.outputs).toEqual(['Adelie', 'Chinstrap', 'Gentoo']);
    const text = formatNewPredictions(predictions);
    const lines = text
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    expect(text.split('\n', 1)[0]).toBe('row,prediction,p:Adelie,p:Chinstrap,p:Gentoo');
    lines.forEach(([row, prediction, ...probabilities], index) => {
      expect(row).toBe(String(index + 1));
      expect(prediction).toBe(known[index]!.prediction);
      probabilities.forEach((probability, position) => {
        expect(Number(probability)).toBeCloseTo(known[index]!.probabilities[position]!, 6);
      });
    });
  });

  it('brings numbers back into their unit', async () => {
    const mass = await runOf(PENGUINS.replace('species', 'mass'), ['training.epochs=3']);
    const known = judged(mass, 'regression');
    const predictions = await predictText(rowsOfFile(known.map(({ row }) => row)), mass);
    expect(predictions.outputs).toEqual(['body_mass_g']);
    known.forEach(({ prediction }, index) => {
      expect(predictions.values[index]).toBeCloseTo((prediction as number[])[0]!, 1);
    });
    expect(formatNewPredictions(predictions)).toMatch(/^row,prediction:body_mass_g\n1,\d{4}/);
  });

  it('finds the components that the experiment brings along', async () => {
    const circle = fileURLToPath(new URL('../../experiments/circle-squares.yaml', import.meta.url));
    const run = await runOf(circle, ['training.epochs=60']);
    const { values } = await predictText('x1,x2\n0,0\n1,0\n', run, 'points.csv');
    // Probabilities of the ring and the disc: first of the middle, then of the rim.
    expect(values[1]).toBeGreaterThan(0.9);
    expect(values[2]).toBeGreaterThan(0.9);
  });

  it('reads an HDF5 file for a run that learned from a data set of that format', async () => {
    const spectra = fileURLToPath(new URL('../../experiments/spectra-peaks.yaml', import.meta.url));
    const run = await runOf(spectra, ['training.epochs=1']);
    const file = fileURLToPath(new URL('../../datasets/spectra/spectra.h5', import.meta.url));
    const { values, outputs, sourceRows } = await predictText(readFileSync(file), run, 'new.h5');
    expect(outputs).toEqual(['goldstone', 'dimer']);
    expect(sourceRows).toHaveLength(800);
    judged(run, 'classification').forEach(({ row, probabilities }) => {
      expect(values[2 * (row - 1)]).toBeCloseTo(probabilities[0]!, 6);
    });
  });

  it('reads images as npy, idx, and csv of pixels, to the same result', async () => {
    const file = join(place, 'digits.yaml');
    writeFileSync(
      file,
      stringify({
        name: 'digits',
        data: {
          source: { type: 'idx', dataset: 'mnist', part: 'test' },
          target: 'label',
          limit: 200,
          transforms: ['scaleImage', { type: 'augmentImage', shift: 0.1 }, 'balanceClasses'],
        },
        model: { layers: ['flatten', { type: 'dense', units: 10, activation: 'softmax' }] },
        training: { loss: 'categoricalCrossentropy', epochs: 1 },
      }),
    );
    const digits = await runOf(file);
    const pixels = Uint8Array.from({ length: 2 * 784 }, (_, index) => (index * 7) % 256);
    const { npyBytes } = await import('../data/sources/example-files.ts');
    const fromNpy = await predictText(npyBytes('|u1', [2, 28, 28], pixels), digits, 'new.npy');
    const header = Buffer.from([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 28, 0, 0, 0, 28]);
    const fromIdx = await predictText(Buffer.concat([header, pixels]), digits, 'new-idx3-ubyte');
    const names = Array.from({ length: 784 }, (_, index) => `p${index}`);
    const csv = [
      ['label', ...names].join(','),
      ...[0, 1].map((row) => ['?', ...pixels.subarray(784 * row, 784 * (row + 1))].join(',')),
    ].join('\n');
    const fromCsv = await predictText(csv, digits);
    expect(fromNpy.values).toHaveLength(20);
    expect(fromIdx.values).toEqual(fromNpy.values);
    expect(fromCsv.values).toEqual(fromNpy.values);
    expect(await errorText(() => predictText('a,b\n1,2', digits))).toBe(
      'new.csv: there are 2 columns, but an array [28, 28, 1] has 784 values.\n→ Write one column for each value, last axis fastest, and no other but a label.',
    );
  });

  it('cuts windows out of new rows, without any target', async () => {
    const file = join(place, 'series.yaml');
    const rows = Array.from({ length: 60 }, (_, row) => ({ time: row, a: row % 7, b: row % 5, y: row % 3 }));
    writeFileSync(
      file,
      stringify({
        name: 'series',
        data: {
          source: { type: 'inline', rows },
          features: ['a', 'b'],
          target: 'y',
          split: { type: 'chronological', train: 0.6, validation: 0.2, test: 0.2 },
          transforms: ['standardize', { type: 'window', length: 4, time: 'time' }],
          targetTransforms: ['standardize'],
        },
        model: { layers: ['flatten', { type: 'dense', units: 1 }] },
        training: { loss: 'meanSquaredError', epochs: 1 },
      }),
    );
    const series = await runOf(file);
    const predictions = await predictText(
      `time,a,b\n${[3, 1, 0, 2, 4].map((time) => `${time},${time},0`).join('\n')}`,
      series,
    );
    // Windows follow the time: rows 3 2 4 1 and 2 4 1 5 of the file, counted from 1.
    expect([...predictions.sourceRows]).toEqual([0, 4]);
    expect(await errorText(() => predictText('time,a,b\n1,2,3', series))).toBe(
      'nowhere in a part of 1 rows do 4 follow each other; the longest stretch has 1\nat transforms.1.length\n→ Use the split chronological or grouped, no limit, and impute instead of dropping rows; or lower length.',
    );
  });

  it.each([
    [
      'bill_length_mm,bill_depth_mm,flipper_length_mm,sex\n1,2,3,male',
      'new.csv: the column "body_mass_g" is missing.\n→ The model needs the columns bill_length_mm, bill_depth_mm, flipper_length_mm, body_mass_g, sex.',
    ],
    [
      'bill_length_mm,bill_depth_mm,flipper_length_mm,body_mas_g,sex\n1,2,3,4,male',
      'new.csv: the column "body_mass_g" is missing.\n→ If the column "body_mas_g" is it, rename it.',
    ],
    [
      'bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex\n1,2,3,heavy,male',
      'new.csv, line 2 (row 1), column "body_mass_g": "heavy" is not a number.\n→ Correct it, add it to the option missing, or read the column as names: columns: { body_mass_g: category }.',
    ],
    [
      'bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex\n1,2,3,4,male\n1,2,3,4,mael',
      'new.csv, line 3 (row 2), column "sex": "mael" is no known category.\n→ Did you mean "male"?',
    ],
    [
      'bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex\n1,2,3,4,NA',
      'new.csv, row 1, column "sex": the value is missing.\n→ Fill it in, or leave the row out: the model was trained on complete rows.',
    ],
  ])('refuses columns that do not fit: %#', async (text, message) => {
    expect(await errorText(() => predictText(text))).toBe(message);
  });

  it('refuses files that it cannot read and folders that are no run', async () => {
    expect(await errorText(() => predictText('x', folder, 'new.xlsx'))).toBe(
      'new.xlsx: files that end in "xlsx" are not read.\n→ Give it a file that ends in .csv, .json, .npy, .h5 or .idx.',
    );
    const missing = await predict(join(place, 'nowhere'), {
      input: 'new.csv',
      registry: builtInRegistry,
      workingDirectory: place,
    }).catch((error: unknown) => error);
    expect((missing as ProblemsError).problems[0]!.message).toBe(
      'this is no finished run folder: metrics.json is missing',
    );
  });

  it('reads json alike, and the run folder may have moved', async () => {
    const moved = join(place, 'moved');
    cpSync(folder, moved, { recursive: true });
    const [header, ...lines] = complete.slice(0, 4);
    const names = header!.split(',');
    const rows = lines.map((line) =>
      Object.fromEntries(
        line
          .split(',')
          .map((cell, index) => [names[index]!, Number.isNaN(Number(cell)) ? cell : Number(cell)]),
      ),
    );
    const fromJson = await predictText(JSON.stringify(rows), moved, 'new.json');
    const fromCsv = await predictText([header, ...lines].join('\n'));
    expect(fromJson.values).toEqual(fromCsv.values);
  });
});
