import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TrainingEvent } from '../training/event.ts';
import { openRunFolder, readEvents, RUN_FILES } from './run-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'descent-run-'));
});

const epoch = (number: number): TrainingEvent => ({
  type: 'epoch',
  epoch: number,
  values: { 'train.loss': 1 / number },
  learningRate: 0.1,
  seconds: 0.5,
  isBest: true,
});

describe('a run folder', () => {
  it('has its final name only when it is complete, and then replaces the earlier run', async () => {
    for (const content of ['first', 'second']) {
      const folder = openRunFolder({ root, id: 'xor-1', fresh: false });
      expect(folder.resumable).toBe(false);
      await folder.write(RUN_FILES.report, content);
      folder.appendEvent(epoch(1));
      expect(readdirSync(root)).toContain('xor-1.partial');
      folder.complete();
      expect(readdirSync(root)).toEqual(['xor-1']);
      expect(readFileSync(join(root, 'xor-1', RUN_FILES.report), 'utf8')).toBe(content);
      expect(existsSync(join(root, 'xor-1', 'running.json'))).toBe(false);
    }
  });

  it('keeps the events of a killed run, without its torn last line, and rewinds them', async () => {
    const folder = openRunFolder({ root, id: 'xor-1', fresh: false });
    for (const number of [1, 2, 3]) folder.appendEvent(epoch(number));
    const events = join(folder.path, RUN_FILES.events);
    writeFileSync(events, readFileSync(events, 'utf8') + '{"type":"epo');
    // The lock of a process that is gone is no lock.
    writeFileSync(join(folder.path, 'running.json'), '{"process":99999999}\n');

    const again = openRunFolder({ root, id: 'xor-1', fresh: false });
    expect(again.resumable).toBe(true);
    expect(readEvents(again.path)).toEqual([epoch(1), epoch(2), epoch(3)]);
    await again.rewindEvents(2);
    expect(readEvents(again.path)).toEqual([epoch(1), epoch(2)]);
  });

  it('is thrown away when a fresh start is asked for', () => {
    openRunFolder({ root, id: 'xor-1', fresh: false }).appendEvent(epoch(1));
    expect(openRunFolder({ root, id: 'xor-1', fresh: true }).resumable).toBe(false);
  });

  it('is refused while another living process writes it', () => {
    const folder = openRunFolder({ root, id: 'xor-1', fresh: false });
    writeFileSync(join(folder.path, 'running.json'), `{"process":${process.ppid}}\n`);
    expect(() => openRunFolder({ root, id: 'xor-1', fresh: false })).toThrow(
      `the same experiment is running already, as process ${process.ppid}, in ${folder.path}; wait for it, or change the seed`,
    );
  });
});
