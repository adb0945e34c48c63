import fc from 'fast-check';
import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { locate } from './document.ts';
import { formatProblems } from './format-problems.ts';
import { loadDocument, parseValue } from './load-document.ts';
import { pathOf, pointerOf } from './path.ts';
import { ProblemsError } from './problem.ts';

const load = (text: string) => loadDocument({ file: 'a.yaml', text });

/** The text that a user sees. */
function messageOf(text: string): string {
  try {
    load(text);
  } catch (error) {
    if (error instanceof ProblemsError) return formatProblems(error.problems);
    throw error;
  }
  return 'no problem';
}

describe('what is accepted', () => {
  test('keys and values have their places', () => {
    const document = load('training:\n  batchSize: 16\nlayers:\n  - { type: dense }\n');
    expect(document.value).toEqual({ training: { batchSize: 16 }, layers: [{ type: 'dense' }] });
    expect(locate(document, ['training', 'batchSize'], 'key')).toEqual({
      file: 'a.yaml',
      line: 2,
      column: 3,
      length: 9,
      sourceLine: '  batchSize: 16',
    });
    expect(locate(document, ['layers', 0, 'type'])).toMatchObject({ line: 4, column: 13, length: 5 });
  });

  test('what is not in the file is found at what stands around it', () => {
    const document = load('training:\n  optimizer: adam\n');
    expect(locate(document, ['training', 'optimizer', 'learningRate'])).toMatchObject({
      line: 2,
      column: 14,
    });
    expect(locate(document, ['training', 'epochs'])).toMatchObject({ line: 1, column: 1, length: 8 });
  });

  test('a byte order mark and Windows line ends change no place', () => {
    const unix = load('a: 1\nb:\n  c: text\n');
    const windows = load('\uFEFFa: 1\r\nb:\r\n  c: text\r\n');
    expect(windows.value).toEqual(unix.value);
    expect([...windows.places]).toEqual([...unix.places]);
  });

  test('an alias is a copy with the place of the alias', () => {
    const document = load('a: &x { units: 3 }\nb: *x\n');
    const { a, b } = document.value as Record<string, unknown>;
    expect(b).toEqual(a);
    expect(b).not.toBe(a);
    expect(locate(document, ['b'])).toMatchObject({ line: 2, column: 4 });
    expect(locate(document, ['b', 'units'])).toMatchObject({ line: 1, column: 16 });
  });

  test('any plain data that YAML writes comes back the same, with a place for every value', () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    );
    const key = fc.string({ minLength: 1 }).filter((name) => name !== '__proto__');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    const property = fc.property(tree, (value) => {
      const document = parseValue({ file: 'a.yaml', text: stringify(value) });
      expect(document.value).toEqual(value);
      for (const pointer of document.places.keys()) expect(pointerOf(pathOf(pointer))).toBe(pointer);
    });
    fc.assert(property, { seed: 7, numRuns: 200 });
  });
});

describe('what is refused', () => {
  test('a key given twice names the first', () => {
    expect(messageOf('epochs: 1\nseed: 2\nepochs: 3\n')).toBe(
      `a.yaml:3:1  the key "epochs" is given twice

  3 | epochs: 3
    | ^^^^^^

  fix       Remove one of them; the first is in line 1.`,
    );
  });

  test('a tab is made visible', () => {
    expect(messageOf('training:\n\tepochs: 1\n')).toBe(
      `a.yaml:2:1  a tab is used to indent

  2 | →epochs: 1
    | ^

  fix       YAML allows only spaces there; let your editor turn tabs into spaces.`,
    );
  });

  test('anchors that multiply are refused without being filled in', () => {
    const lines = Array.from({ length: 40 }, (_, level) =>
      level === 0
        ? 'a0: &a0 [1, 1, 1]'
        : `a${level}: &a${level} [*a${level - 1}, *a${level - 1}, *a${level - 1}]`,
    );
    expect(messageOf(lines.join('\n'))).toMatch(/^a\.yaml:\d+:\d+ {2}the anchors make this too large\n/);
  });

  test.each([
    ['a: &x [*x]\n', 'a.yaml:1:8  the anchor "&x" contains itself'],
    ['a: &unit 1\nb: *units\n', 'a.yaml:2:4  there is no anchor "&units" before this. Did you mean "unit"?'],
    ['__proto__: { a: 1 }\n', 'a.yaml:1:1  the key "__proto__" is not allowed'],
    ['? [1]\n: 2\n', 'a.yaml:1:3  a key must be a word, not empty, a list or a mapping'],
    ['a: !secret x\n', 'a.yaml:1:4  unknown tag'],
    ['a: 1\n---\nb: 2\n', 'a.yaml:2:1  a second document begins here'],
    ['', 'a.yaml  the file is empty'],
    ['# nothing\n', 'a.yaml  the file is empty'],
    ['- a\n', 'a.yaml:1:1  the file holds a list'],
    ['hello\n', 'a.yaml:1:1  the file holds a single value'],
    [`a: ${'['.repeat(100)}${']'.repeat(100)}`, 'a.yaml:1:68  the file is nested too deeply'],
  ])('%#', (text, firstLine) => {
    expect(messageOf(text).split('\n')[0]).toBe(firstLine);
  });

  test('brackets in brackets without end are refused where the stack ends', () => {
    expect(messageOf(`a: ${'['.repeat(5000)}`)).toMatch(/^a\.yaml:1:\d+ {2}the file is nested too deeply\n/);
  });

  test('no text makes it fail in another way', () => {
    const piece = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '-',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&a',
      '*a',
      '|',
      '>',
      '#',
      '\t',
      '?',
      '!',
      '1',
      ',',
    );
    const property = fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      expect(messageOf(pieces.join(''))).not.toBe('');
    });
    fc.assert(property, { seed: 7, numRuns: 500 });
  });
});
