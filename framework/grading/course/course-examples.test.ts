import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formatProblems } from '../../document/format-problems.ts';
import { ProblemsError } from '../../document/problem.ts';
import { openCourse } from './open-course.ts';

const examples = fileURLToPath(new URL('../../../schemas/examples', import.meta.url));
const known = ['02-line-gd', '05-perceptron'];

/** Everything that an instructor reads when the file is opened, or `valid`. */
async function verdictOf(path: string): Promise<string> {
  try {
    await openCourse(path, known);
    return 'valid\n';
  } catch (error) {
    if (error instanceof ProblemsError) {
      return `${formatProblems(error.problems)}\n`.replaceAll(/\S*[\\/]course[\\/]/g, '');
    }
    throw error;
  }
}

function namesIn(kind: 'valid' | 'invalid'): string[] {
  return readdirSync(join(examples, kind, 'course')).filter((name) => name.endsWith('.yaml'));
}

describe('every invalid course file gives exactly the text beside it', () => {
  test.each(namesIn('invalid'))('%s', async (name) => {
    const folder = join(examples, 'invalid', 'course');
    const text = await verdictOf(join(folder, name));
    expect(text).not.toBe('valid\n');
    await expect(text).toMatchFileSnapshot(join(folder, name.replace('.yaml', '.expected.txt')));
  });
});

describe('every valid course file is accepted', () => {
  test.each(namesIn('valid'))('%s', async (name) => {
    expect(await verdictOf(join(examples, 'valid', 'course', name))).toBe('valid\n');
  });
});
