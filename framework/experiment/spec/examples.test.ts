import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formatProblems } from '../../document/format-problems.ts';
import { ProblemsError } from '../../document/problem.ts';
import { builtInRegistry } from '../components.ts';
import { loadExperiment } from './load-experiment.ts';

const examples = fileURLToPath(new URL('../../../schemas/examples', import.meta.url));
const invalid = join(examples, 'invalid');
const valid = join(examples, 'valid');

/** Everything that `descent validate` prints for a file, or `valid`. */
async function verdictOf(file: string, directory: string): Promise<string> {
  try {
    await loadExperiment(file, { registry: builtInRegistry, workingDirectory: directory });
    return 'valid\n';
  } catch (error) {
    if (error instanceof ProblemsError) return `${formatProblems(error.problems)}\n`;
    throw error;
  }
}

function namesIn(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));
}

describe('every invalid file gives exactly the text beside it', () => {
  test.each(namesIn(invalid, '.expected.txt'))('%s', async (name) => {
    const expected = readFileSync(join(invalid, `${name}.expected.txt`), 'utf8');
    expect(await verdictOf(`${name}.yaml`, invalid)).toBe(expected.replaceAll('\r\n', '\n'));
  });

  test('and none lacks its text', () => {
    const lacking = namesIn(invalid, '.yaml').filter(
      (name) => !existsSync(join(invalid, `${name}.expected.txt`)),
    );
    expect(lacking).toEqual([]);
  });
});

describe('every valid file is accepted', () => {
  test.each(namesIn(valid, '.yaml'))('%s', async (name) => {
    expect(await verdictOf(`${name}.yaml`, valid)).toBe('valid\n');
  });
});
