import { Chalk } from 'chalk';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { formatProblems } from './format-problems.ts';
import type { Problem } from './problem.ts';
import { placeAt } from './source-text.ts';

const text = 'training:\n  epochs: -5\n\tloss: mse\n';
const at = (start: number, length: number, words: Omit<Problem, 'file' | 'place'>): Problem => ({
  file: 'a.yaml',
  place: placeAt({ file: 'a.yaml', text }, start, start + length),
  ...words,
});
const epochs = at(20, 2, {
  message: 'epochs is too small',
  expected: 'at least 1',
  received: '-5',
  fix: 'Raise it.',
});
const loss = at(30, 3, { message: 'unknown loss "mse"', fix: 'Did you mean "mae"?' });
const missing: Problem = { file: 'b.yaml', message: 'there is no such file', fix: 'Check the name.' };

describe('formatProblems', () => {
  test('sorts by position and shows each line with a caret', () => {
    expect(formatProblems([loss, epochs, missing])).toBe(
      `a.yaml:2:11  epochs is too small

  2 |   epochs: -5
    |           ^^

  expected  at least 1
  received  -5
  fix       Raise it.

a.yaml:3:8  unknown loss "mse". Did you mean "mae"?

  3 | →loss: mse
    |        ^^^

b.yaml  there is no such file
  fix       Check the name.`,
    );
  });

  test('says the same thing only once', () => {
    expect(formatProblems([epochs, epochs])).toBe(formatProblems([epochs]));
  });

  test('cuts a long line around the caret', () => {
    const long = `features: [${'column, '.repeat(40)}wrong, ${'column, '.repeat(40)}]`;
    const start = long.indexOf('wrong');
    const place = placeAt({ file: 'a.yaml', text: long }, start, start + 5);
    const [, , line, caret] = formatProblems([{ file: 'a.yaml', place, message: 'x' }]).split('\n');
    expect(line!.length).toBeLessThan(120);
    expect(line!.slice(caret!.indexOf('^'), caret!.lastIndexOf('^') + 1)).toBe('wrong');
  });

  test('keeps control characters away from the terminal', () => {
    const place = placeAt({ file: 'a.yaml', text: 'name: \u001b[31mred' }, 6, 7);
    expect(formatProblems([{ file: 'a.yaml', place, message: 'x' }])).not.toContain('\u001b');
  });

  test('colours change nothing but the colour', () => {
    const coloured = formatProblems([epochs, loss, missing], new Chalk({ level: 1 }));
    expect(coloured).not.toBe(formatProblems([epochs, loss, missing]));
    expect(stripVTControlCharacters(coloured)).toBe(formatProblems([epochs, loss, missing]));
  });
});
