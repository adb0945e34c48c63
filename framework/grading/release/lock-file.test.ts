import { expect, it } from 'vitest';
import { lockFileFor } from './lock-file.ts';
import type { PackedFramework } from './pack-framework.ts';

const framework = {
  name: 'descent-1.2.3.tgz',
  integrity: 'sha512-abc',
  manifest: { name: 'descent', version: '1.2.3' },
} as PackedFramework;
const manifest = {
  name: 'kit',
  version: '1.2.3',
  license: 'X',
  dependencies: { descent: 'file:descent-1.2.3.tgz' },
};
const own = {
  packages: {
    '': { name: 'workspace' },
    framework: { version: '1.2.3', dependencies: { a: '1', b: '1' }, peerDependencies: { absent: '1' } },
    'framework/node_modules/b': { version: '1.0.0' },
    'node_modules/descent': { resolved: 'framework', link: true },
    'node_modules/a': { version: '1.0.1', dependencies: { b: '2' }, optionalDependencies: { other: '1' } },
    'node_modules/b': { version: '2.0.0', dependencies: { c: '1' } },
    'node_modules/b/node_modules/c': { version: '1.1.0', dependencies: { a: '1' } },
    'node_modules/c': { version: '2.0.0' },
    'node_modules/vitest': { version: '4.0.0', dev: true },
  },
};

it('names what the framework reaches, where Node finds it, and the framework as a file', () => {
  const { packages } = JSON.parse(lockFileFor(manifest, framework, own)) as { packages: object };
  expect(packages).toEqual({
    '': manifest,
    'node_modules/descent': {
      version: '1.2.3',
      resolved: 'file:descent-1.2.3.tgz',
      integrity: 'sha512-abc',
      dependencies: { a: '1', b: '1' },
      peerDependencies: { absent: '1' },
    },
    'node_modules/descent/node_modules/b': { version: '1.0.0' },
    'node_modules/a': own.packages['node_modules/a'],
    'node_modules/b': own.packages['node_modules/b'],
    'node_modules/b/node_modules/c': own.packages['node_modules/b/node_modules/c'],
  });
});

it('says what is not installed here', () => {
  const lacking = { packages: { framework: { dependencies: { yaml: '2' } } } };
  expect(() => lockFileFor(manifest, framework, lacking)).toThrow(
    new Error('package-lock.json has no yaml, which node_modules/descent needs: run npm install'),
  );
});
