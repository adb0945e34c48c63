import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../assembly/build.mjs';
import { kernelFolder } from './kernel-folder.ts';
import { KERNEL_FILES, type KernelMode } from './kernel-module.ts';

describe('the committed modules', () => {
  test.each(['reproducible', 'fast'] as const)('%s is what the sources build', async (mode) => {
    const equal = Buffer.from(await compile(KERNEL_FILES[mode])).equals(await readFile(moduleFile(mode)));
    expect(equal, 'run: node framework/backend/kernels/assembly/build.mjs').toBe(true);
  });

  test('import the memory alone and bring no data of their own into it', async () => {
    const { exports, imports } = await describeModule(moduleFile('reproducible'));
    expect(imports).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
    expect(exports.every(({ kind }) => kind === 'function')).toBe(true);
    expect(await sectionsOf(moduleFile('reproducible'))).not.toContain(DATA_SECTION);
    expect(await sectionsOf(moduleFile('fast'))).not.toContain(DATA_SECTION);
  });
});

const moduleFile = (mode: KernelMode) => join(kernelFolder(), KERNEL_FILES[mode]);

const DATA_SECTION = 11;

/** The numbers of the sections of a module: after eight bytes, each has its number, its length and its content. */
async function sectionsOf(file: string): Promise<number[]> {
  const binary = await readFile(file);
  const sections: number[] = [];
  for (let at = 8; at < binary.length;) {
    sections.push(binary[at++]!);
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = binary[at++]!;
      length |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    at += length;
  }
  return sections;
}

declare const WebAssembly: {
  readonly Module: {
    new (binary: Uint8Array): object;
    imports(module: object): object[];
    exports(module: object): { readonly kind: string }[];
  };
};

async function describeModule(file: string) {
  const { Module } = WebAssembly;
  const module = new Module(await readFile(file));
  return {
    imports: Module.imports(module),
    exports: Module.exports(module),
  };
}
