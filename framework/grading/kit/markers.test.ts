import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblems } from '../../document/format-problems.ts';
import { ProblemsError } from '../../document/problem.ts';
import { starterFrom } from './markers.ts';
import { TWICE_SOLUTION, TWICE_STARTER } from './test-kit.ts';

const make = (text: string) => starterFrom({ file: 'exercise.ts', text });
const complaint = (text: string): string => {
  try {
    make(text);
  } catch (error) {
    if (error instanceof ProblemsError) return formatProblems(error.problems);
    throw error;
  }
  return 'no problem';
};

describe('a starter', () => {
  it('has the stubs in place of the solutions', () => {
    expect(make(TWICE_SOLUTION)).toBe(TWICE_STARTER);
  });

  it('keeps the indentation in YAML, where comments begin with #', () => {
    const solution =
      'data: 1\nmodel:\n  # BEGIN SOLUTION\n  - 3\n  # END SOLUTION\n  # STUB: - 0 # how many?\n';
    expect(make(solution)).toBe('data: 1\nmodel:\n  - 0 # how many?\n');
  });

  it('has no two blank lines where something was cut, and keeps those of the author', () => {
    expect(make('a\n\n// BEGIN SOLUTION\nb\n// END SOLUTION\n\nc\n\n\nd\n')).toBe('a\n\nc\n\n\nd\n');
  });

  it('can have an empty line as a stub', () => {
    expect(make('a\n  // STUB:\nb\n')).toBe('a\n\nb\n');
  });

  it('is what was not marked, whatever the lines are', () => {
    const line = fc.stringMatching(/^[a-z(){}= ]{1,20}x$/);
    const block = fc.record({ kept: fc.array(line), cut: fc.array(line), stub: fc.array(line) });
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        const solution = blocks.flatMap(({ kept, cut, stub }) => [
          ...kept,
          '  // BEGIN SOLUTION',
          ...cut,
          '  // END SOLUTION',
          ...stub.map((each) => `  // STUB: ${each}`),
        ]);
        const starter = blocks.flatMap(({ kept, stub }) => [...kept, ...stub.map((each) => `  ${each}`)]);
        expect(make(solution.join('\n'))).toBe(starter.join('\n'));
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});

describe('wrong markers are located', () => {
  it.each<[string, string, string]>([
    [
      'unclosed',
      'a\n  // BEGIN SOLUTION\nb\n',
      'exercise.ts:2:3  BEGIN SOLUTION has no END SOLUTION\n\n  2 |   // BEGIN SOLUTION\n    |   ^^^^^^^^^^^^^^^^^\n\n  fix       Write END SOLUTION where the solution ends.',
    ],
    [
      'nested',
      '// BEGIN SOLUTION\n// BEGIN SOLUTION\n// END SOLUTION\n',
      'exercise.ts:2:1  BEGIN SOLUTION stands inside of another\n\n  2 | // BEGIN SOLUTION\n    | ^^^^^^^^^^^^^^^^^\n\n  fix       Write END SOLUTION before it, or remove it.',
    ],
    [
      'without a beginning',
      'a\n# END SOLUTION\n',
      'exercise.ts:2:1  END SOLUTION has no BEGIN SOLUTION\n\n  2 | # END SOLUTION\n    | ^^^^^^^^^^^^^^\n\n  fix       Write BEGIN SOLUTION where the solution begins.',
    ],
    [
      'a stub that would be cut',
      '// BEGIN SOLUTION\n// STUB: a\n// END SOLUTION\n',
      'exercise.ts:2:1  STUB stands inside of a solution, which is cut\n\n  2 | // STUB: a\n    | ^^^^^^^^^^\n\n  fix       Move it below END SOLUTION.',
    ],
    [
      'beside code',
      'f(); // END SOLUTION\n',
      'exercise.ts:1:1  a marker stands alone on its line\n\n  1 | f(); // END SOLUTION\n    | ^^^^^^^^^^^^^^^^^^^^\n\n  fix       Write it as "// BEGIN SOLUTION", "// END SOLUTION" or "// STUB: code".',
    ],
    [
      'misspelt',
      '// begin solution\n',
      'exercise.ts:1:1  a marker stands alone on its line\n\n  1 | // begin solution\n    | ^^^^^^^^^^^^^^^^^\n\n  fix       Write it as "// BEGIN SOLUTION", "// END SOLUTION" or "// STUB: code".',
    ],
  ])('%s', (_, text, message) => {
    expect(complaint(text)).toBe(message);
  });

  it('all at once', () => {
    expect(complaint('// END SOLUTION\n// BEGIN SOLUTION\n').match(/exercise\.ts:\d/g)).toHaveLength(2);
  });
});
