import { describe, expect, it } from 'vitest';
import { compileModule } from './compile.ts';
import { splitExportedDeclarations } from './split-exports.ts';

function exportsOf(source: string): Record<string, unknown> {
  const module = { exports: {} };
  compileModule('exercise.ts', source).run(module, () => ({}));
  return { ...module.exports };
}

describe('the compiler of a submission', () => {
  it('exports every name of a declaration, whatever stands between them', () => {
    const source = [
      'const one = 1, two = 2;',
      'export const a: Map<string, number> = new Map([[`${one}, ${two}`, 1]]), b = (x: number, y = 2): number => x + y,',
      '  c = [1, 2], d = { e: 1, f: 2 }',
      'const g = 3, h = 4;',
      'export let i, j = g + h;',
    ].join('\n');
    const { b, ...rest } = exportsOf(source);
    expect(rest).toEqual({ a: new Map([['1, 2', 1]]), c: [1, 2], d: { e: 1, f: 2 }, i: undefined, j: 7 });
    expect((b as (x: number) => number)(1)).toBe(3);
  });

  it('leaves other sources as they are', () => {
    for (const source of ['export const a = [1, 2];', 'export const f = (x, y) => g(x, y);', 'a, b;', '']) {
      expect(splitExportedDeclarations(source)).toBe(source);
    }
  });

  it('knows enums, classes with parameter properties, default and renamed exports', () => {
    const source = `
      enum Kind { relu, tanh = 5 }
      abstract class Layer { constructor(readonly units: number, private bias = true) {} abstract size(): number; }
      class Dense extends Layer { #secret = 2; size() { return this.units * this.#secret; } }
      const size = new Dense(3).size();
      export { size as total, Kind };
      export default size!;
      export type { Layer };
      export interface Line { x: number[] }
    `;
    expect(exportsOf(source)).toEqual({
      total: 6,
      default: 6,
      Kind: { 0: 'relu', 5: 'tanh', relu: 0, tanh: 5 },
    });
  });

  it('finds places of the source behind places of the compiled code', () => {
    const compiled = compileModule('exercise.ts', 'const f = (x: number): number => x;\nf(1);');
    expect(compiled.sourcePosition({ line: 2, column: 1 })).toEqual({ line: 2, column: 1 });
  });
});
