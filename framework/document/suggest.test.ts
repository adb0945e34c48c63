import { describe, expect, test } from 'vitest';
import { didYouMean, suggest } from './suggest.ts';

const keys = ['units', 'activation', 'useBias', 'kernelInitializer', 'kernelRegularizer', 'relu', 'elu'];

describe('suggest', () => {
  test.each([
    ['unit', 'units'],
    ['untis', 'units'],
    ['Units', 'units'],
    ['use_bias', 'useBias'],
    ['use-bias', 'useBias'],
    ['kernelRegularizr', 'kernelRegularizer'],
    ['kernelregulariser', 'kernelRegularizer'],
    ['rleu', 'relu'],
    ['activ', 'activation'],
  ])('%s → %s', (name, meant) => {
    expect(suggest(name, keys)).toBe(meant);
  });

  test.each([[''], ['x'], ['gpuMemory'], ['kernel'], ['bias']])('nothing for %j', (name) => {
    expect(suggest(name, keys)).toBeUndefined();
  });

  test('nothing where there is nothing to choose from', () => {
    expect(suggest('units', [])).toBeUndefined();
  });

  test('as a question', () => {
    expect(didYouMean('unit', keys)).toBe('Did you mean "units"?');
    expect(didYouMean('gpuMemory', keys)).toBeUndefined();
  });
});
