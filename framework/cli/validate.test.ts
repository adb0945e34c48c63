import { fileURLToPath } from 'node:url';
import { relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validate } from './validate.ts';

const example = (name: string) =>
  relative(process.cwd(), fileURLToPath(new URL(`../../schemas/examples/${name}`, import.meta.url)));

async function output(names: string[], json = false): Promise<{ code: number; text: string }> {
  let text = '';
  const code = await validate(
    { names, all: false, seeds: 1, quick: true, json },
    { write: (part) => (text += part) },
  );
  return { code, text };
}

describe('descent validate', () => {
  test('a valid file', async () => {
    const file = example('valid/penguins.yaml');
    expect(await output([file])).toEqual({ code: 0, text: `${file}  valid\n` });
  });

  test('several files, one with a problem and one missing', async () => {
    const [good, bad] = [example('valid/penguins.yaml'), example('invalid/key-typo.yaml')];
    expect(await output([good, bad, 'no-such.yaml'])).toEqual({
      code: 2,
      text: `${good}  valid

${bad}:21:3  unknown key "epoch" in training. Did you mean "epochs"?

  21 |   epoch: 5
     |   ^^^^^

${bad}  1 problem

no-such.yaml  there is no such file
  fix       Check the name and the folder.

no-such.yaml  1 problem
`,
    });
  });

  test('as JSON', async () => {
    const bad = example('invalid/key-typo.yaml');
    const { code, text } = await output([bad], true);
    expect(code).toBe(2);
    expect(JSON.parse(text)).toEqual([
      {
        file: bad,
        valid: false,
        problems: [
          {
            file: bad,
            message: 'unknown key "epoch" in training',
            fix: 'Did you mean "epochs"?',
            place: { file: bad, line: 21, column: 3, length: 5, sourceLine: '  epoch: 5' },
          },
        ],
      },
    ]);
  });
});
