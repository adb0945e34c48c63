import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { regressionRun } from '../report/fixtures/regression-run.ts';
import { fixtureFiles, inFolder } from '../report/fixtures/run-files.ts';
import { report } from './report.ts';

describe('descent report', () => {
  it('writes the report anew and says where', async () => {
    await inFolder({ ...fixtureFiles(regressionRun()), 'report.html': 'old' }, async (folder) => {
      const lines: string[] = [];
      const path = join(folder, 'report.html');
      expect(await report({ folder, json: false, write: (text) => lines.push(text) })).toBe(0);
      expect(await report({ folder, json: true, write: (text) => lines.push(text) })).toBe(0);
      expect(lines).toEqual([`Report: ${path}\n`, `${JSON.stringify({ report: path })}\n`]);
      expect(await readFile(path, 'utf8')).toContain('<h1>penguins-mass</h1>');
    });
  });

  it('refuses a folder that is no run', async () => {
    await inFolder({}, async (folder) => {
      const refused = report({ folder, json: false, write: () => undefined });
      await expect(refused).rejects.toThrow(`${folder}: this is no run folder`);
    });
  });
});
