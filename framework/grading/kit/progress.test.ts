import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { afterHints, nextHints } from './hints.ts';
import { openProgress, PROGRESS_FILE } from './progress.ts';
import { makeTestKit, type TestKit } from './test-kit.ts';

let kit: TestKit;
let said: string[];
beforeEach(() => {
  kit = makeTestKit();
  said = [];
});
const open = () => openProgress(kit.root, (text) => said.push(text));

describe('progress', () => {
  it('is empty in the beginning, and remembered', async () => {
    expect(await open().load()).toEqual({ schema: 1, exercises: {} });
    await open().update('02-twice', () => ({ points: 2, maximumPoints: 5, openTask: 1 }));
    await open().update('02-twice', (before) => ({ ...before, points: 3 }));
    expect(await open().load()).toEqual({
      schema: 1,
      exercises: { '02-twice': { points: 3, maximumPoints: 5, openTask: 1 } },
    });
    expect(readdirSync(join(kit.root, '.descent'))).toEqual(['progress.json']);
    expect(said).toEqual([]);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"schema":2,"exercises":{}}',
    '{"schema":1,"exercises":{"02":{"points":"many"}}}',
  ])('begins anew, and says so once, where the file is damaged: %s', async (text) => {
    kit.write('.descent/progress.json', text);
    const progress = open();
    expect(await progress.load()).toEqual({ schema: 1, exercises: {} });
    await progress.update('05-sum', () => ({ points: 1 }));
    expect((await progress.load()).exercises).toEqual({ '05-sum': { points: 1 } });
    expect(said).toEqual([`${PROGRESS_FILE} cannot be read, so progress is counted anew.`]);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'costs nothing but itself where the disk refuses',
    async () => {
      chmodSync(kit.root, 0o555);
      await open().update('05-sum', () => ({ points: 1 }));
      expect(existsSync(kit.path('.descent'))).toBe(false);
      expect(said).toEqual([`${PROGRESS_FILE} cannot be written (EACCES), so progress is not kept.`]);
    },
  );

  it('is not kept where its folder cannot be made', async () => {
    kit.write('.descent', 'a file');
    await open().update('05-sum', () => ({ points: 1 }));
    expect(said).toHaveLength(1);
  });
});

describe('hints', () => {
  it('come one by one, then all once more', async () => {
    const { manifest } = (await kit.open()).exercises[0]!;
    let progress = {};
    const texts: string[][] = [];
    for (let call = 0; call < 5; call++) {
      const shown = nextHints(manifest, progress, 1);
      texts.push(shown.map(({ text }) => text));
      progress = afterHints(progress, shown);
    }
    const all = ['What is x + x?', '2·x', 'Return 2 times x.'];
    expect(texts).toEqual([[all[0]], [all[1]], [all[2]], all, all]);
    expect(nextHints(manifest, progress, 2)).toEqual([{ task: 2, number: 1, text: 'Twice what?' }]);
  });
});
