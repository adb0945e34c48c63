import { expect, test } from 'vitest';
import type { Diagnosis } from '../backend/diagnose.ts';
import { formatDiagnosis } from './doctor.ts';

type Loaded = Extract<Diagnosis['backends'][number], { loads: true }>;

const diagnosis: Diagnosis = {
  node: { version: 'v20.20.2', supported: true, needed: '20 or newer' },
  platform: 'linux x64',
  processor: { model: 'AMD EPYC', cores: 2 },
  backends: [
    {
      name: 'tensorflow',
      loads: false,
      reason: 'The backend tensorflow needs the package @tensorflow/tfjs-node, which is not installed.',
      fix: 'Install it in your project with: npm install @tensorflow/tfjs-node@4.22.0',
    },
    {
      name: 'wasm',
      loads: true,
      description: 'WebAssembly with SIMD, one thread',
      mode: 'reproducible',
      shortfall: null,
      versions: {},
      startMilliseconds: 6.6,
      speed: { matrixProduct: 30.12, convolution: 8.06 },
    },
    {
      name: 'wasm',
      loads: true,
      description: 'WebAssembly with SIMD, one thread',
      mode: 'reproducible',
      shortfall:
        'The mode fast needs relaxed SIMD, which Node.js has from version 22 on; this is v20.20.2. The mode reproducible computes instead.',
      versions: {},
      startMilliseconds: 6.7,
      speed: { matrixProduct: 30.1, convolution: 8.1 },
    },
    {
      name: 'cpu',
      loads: true,
      description: 'plain JavaScript, for comparisons',
      mode: null,
      shortfall: null,
      versions: {},
      startMilliseconds: 1.2,
      speed: { matrixProduct: 0.81, convolution: 0.9 },
    },
  ],
};

test('the diagnosis is a table, and what does not load says why and what to do', () => {
  expect(formatDiagnosis(diagnosis)).toBe(
    `Node       v20.20.2, supported
Platform   linux x64
Processor  AMD EPYC, 2 cores

backend  matrix product  convolution  ready in  what computes
wasm               30.1          8.1      7 ms  WebAssembly with SIMD, one thread, reproducible
cpu                 0.8          0.9      1 ms  plain JavaScript, for comparisons

tensorflow does not load
  The backend tensorflow needs the package @tensorflow/tfjs-node, which is not installed.
  Install it in your project with: npm install @tensorflow/tfjs-node@4.22.0

wasm
  The mode fast needs relaxed SIMD, which Node.js has from version 22 on; this is v20.20.2. The mode reproducible computes instead.

Speeds are in GFLOP/s: 512×512 matrices; 8 images of 28×28×16 with 32 filters of 3×3.
`,
  );
});

test('both modes of wasm have a row, and kernels that do not start say so', () => {
  const [, wasm, fallen] = diagnosis.backends as [unknown, Loaded, Loaded];
  const rows = (...backends: Loaded[]) =>
    formatDiagnosis({ ...diagnosis, backends })
      .split('\n')
      .slice(5, -3);
  const fast: Loaded = { ...fallen, mode: 'fast', shortfall: null };
  expect(rows(wasm, fast)).toEqual([
    'wasm               30.1          8.1      7 ms  WebAssembly with SIMD, one thread, reproducible',
    'wasm               30.1          8.1      7 ms  WebAssembly with SIMD, one thread, fast',
  ]);
  expect(rows({ ...wasm, mode: null, shortfall: 'The training kernels do not start.' })).toEqual([
    'wasm               30.1          8.1      7 ms  WebAssembly with SIMD, one thread',
    '',
    'wasm',
    '  The training kernels do not start.',
  ]);
});

test('a Node that is too old is said so', () => {
  const node = { version: 'v18.20.4', supported: false, needed: '20 or newer' };
  expect(formatDiagnosis({ ...diagnosis, node }).split('\n')[0]).toBe(
    'Node       v18.20.4, not supported: Descent needs 20 or newer',
  );
});
