import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import { fakeProject } from './fake-project.ts';

const NATIVE_FIX = 'Its native part does not suit this machine; install it again or use the backend wasm.';

test('a package that crashes the process or throws is a finding, and the others are still tried', async () => {
  const project = fakeProject({
    '@tensorflow/tfjs-node-gpu': { source: `process.kill(process.pid, 'SIGKILL'); for (;;);` },
    '@tensorflow/tfjs-node': { source: `process.exit(7)` },
  });
  const { backends, node } = await diagnose({
    project,
    backends: ['tensorflow-gpu', 'tensorflow', 'webgpu', 'wasm'],
  });
  expect(node).toEqual({ version: process.version, supported: true, needed: '20 or newer' });
  expect(backends.slice(0, 3)).toEqual([
    {
      name: 'tensorflow-gpu',
      loads: false,
      // Windows knows no signals; there the process ends with code 1.
      reason: `The backend tensorflow-gpu ended its process (${process.platform === 'win32' ? 'exit code 1' : 'SIGKILL'}).`,
      fix: NATIVE_FIX,
    },
    {
      name: 'tensorflow',
      loads: false,
      reason: 'The backend tensorflow ended its process (exit code 7).',
      fix: NATIVE_FIX,
    },
    {
      name: 'webgpu',
      loads: false,
      reason:
        'The backend webgpu needs the packages webgpu and @tensorflow/tfjs-backend-webgpu, which are not installed.',
      fix: 'Install them in your project with: npm install webgpu @tensorflow/tfjs-backend-webgpu@4.22.0',
    },
  ]);
  const wasm = backends[3]!;
  if (!wasm.loads) throw new Error(wasm.reason);
  expect(wasm).toMatchObject({
    description: 'WebAssembly with SIMD, one thread',
    mode: 'reproducible',
    shortfall: null,
  });
  expect(wasm.speed.matrixProduct).toBeGreaterThan(0);
  expect(wasm.speed.convolution).toBeGreaterThan(0);
  const relaxed = Number.parseInt(process.versions.node, 10) >= 22;
  expect(backends[4]).toMatchObject({ name: 'wasm', loads: true, mode: relaxed ? 'fast' : 'reproducible' });
  expect(backends).toHaveLength(5);
});

test('a package that hangs is given up', async () => {
  const project = fakeProject({ '@tensorflow/tfjs-node': { source: 'for (;;);' } });
  const { backends } = await diagnose({ project, backends: ['tensorflow'], timeLimit: 1000 });
  expect(backends).toEqual([
    {
      name: 'tensorflow',
      loads: false,
      reason: 'The backend tensorflow did not answer within 1 s.',
      fix: NATIVE_FIX,
    },
  ]);
});
