import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { builtInRegistry } from './components.ts';
import { buildRunParts } from './run-parts.ts';
import { loadExperiment } from './spec/load-experiment.ts';

const LINE = fileURLToPath(new URL('../../experiments/line.yaml', import.meta.url));
const partsOf = async (hasValidation: boolean, overrides: string[] = []) => {
  const { spec } = await loadExperiment(LINE, { registry: builtInRegistry, overrides });
  return buildRunParts(spec, builtInRegistry, hasValidation);
};

it('keeps the best epoch of a run that names no callback for it, without going back to it', async () => {
  const { callbacks } = await partsOf(true);
  expect(callbacks).toHaveLength(1);
  expect(callbacks[0]).toMatchObject({
    monitors: [{ option: 'monitor', value: 'validation.loss' }],
    restoresBest: false,
  });
  expect((await partsOf(false)).callbacks[0]!.monitors).toEqual([{ option: 'monitor', value: 'train.loss' }]);
});

it('leaves it to a callback that keeps the best epoch itself', async () => {
  const { callbacks } = await partsOf(true, ['training.callbacks=[{ type: earlyStopping }]']);
  expect(callbacks.map(({ restoresBest }) => restoresBest)).toEqual([true]);
});
