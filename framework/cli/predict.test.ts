import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ProblemsError } from '../document/problem.ts';
import { builtInRegistry } from '../experiment/components.ts';
import { runExperiment } from '../experiment/run.ts';
import { loadExperiment } from '../experiment/spec/load-experiment.ts';
import { EXIT } from './exit.ts';
import { predictNew } from './predict.ts';

const LINE = fileURLToPath(new URL('../../experiments/line.yaml', import.meta.url));

it('prints predictions as csv, or writes them to a file', async () => {
  const place = mkdtempSync(join(tmpdir(), 'descent-predict-'));
  const { folder } = await runExperiment(
    await loadExperiment(LINE, { registry: builtInRegistry, overrides: ['training.epochs=1'] }),
    {
      out: join(place, 'runs'),
      trial: null,
      fresh: false,
      command: ['descent', 'run'],
      clock: { milliseconds: () => 0, time: () => '2026-01-01T00:00:00.000Z' },
      signal: new AbortController().signal,
      onStart: () => undefined,
      onEvent: () => undefined,
    },
  );
  const input = join(place, 'new.csv');
  writeFileSync(input, 'x\n1\n2.5\n');
  let text = '';
  const write = (piece: string) => (text += piece);
  expect(await predictNew({ folder, input }, { write })).toBe(EXIT.done);
  expect(text).toMatch(/^row,prediction:y\n1,-?[\d.e-]+\n2,-?[\d.e-]+\n$/);

  const printed = text;
  text = '';
  const out = join(place, 'predictions.csv');
  expect(await predictNew({ folder, input, out, backend: 'cpu' }, { write })).toBe(EXIT.done);
  expect(text).toBe(`2 predictions: ${out}\n`);
  const first = (csv: string) => Number(csv.split('\n')[1]!.split(',')[1]);
  expect(first(readFileSync(out, 'utf8'))).toBeCloseTo(first(printed), 4);

  const nowhere = join(place, 'none', 'predictions.csv');
  await expect(predictNew({ folder, input, out: nowhere }, { write })).rejects.toMatchObject({
    code: 'ENOENT',
    path: nowhere,
  });

  const wrong = await predictNew({ folder, input, backend: 'wsam' }, { write }).catch(
    (error: unknown) => error,
  );
  expect((wrong as ProblemsError).problems).toEqual([
    { file: 'command line', message: 'unknown backend "wsam"', fix: 'Did you mean "wasm"?' },
  ]);
});
