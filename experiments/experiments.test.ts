import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtInRegistry, loadExperiment, runExperiment, systemClock } from 'descent';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'descent-experiments-'));
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe.each(files)('experiments/%s', (file) => {
  it('meets its targets with its own seed', async () => {
    const experiment = await loadExperiment(join(folder, file), { registry: builtInRegistry });
    const { result } = await runExperiment(experiment, {
      out,
      trial: null,
      fresh: false,
      command: ['vitest'],
      clock: systemClock,
      signal: new AbortController().signal,
      onStart: () => undefined,
      onEvent: () => undefined,
    });
    expect(result.targets.length).toBeGreaterThan(0);
    expect(result.targets.filter(({ met }) => !met)).toEqual([]);
  });
});
