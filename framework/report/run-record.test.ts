import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProblemsError, type Problem } from '../document/problem.ts';
import { classificationRun } from './fixtures/classification-run.ts';
import { fixtureFiles, inFolder } from './fixtures/run-files.ts';
import { readRunRecord } from './run-record.ts';

const files = fixtureFiles(classificationRun());

/** The problem that reading such a folder gives, with the folder's name left out. */
async function problemOf(content: Record<string, string>, name = ''): Promise<Problem> {
  return inFolder(content, async (root) => {
    const folder = name === '' ? root : join(root, name);
    const error: unknown = await readRunRecord(folder).catch((reason: unknown) => reason);
    if (!(error instanceof ProblemsError)) throw error;
    const problem = error.problems[0]!;
    return { ...problem, file: problem.file.replace(root, 'RUN').replaceAll('\\', '/') };
  });
}

describe('readRunRecord', () => {
  it('reads every file of a run', async () => {
    const record = await inFolder(files, readRunRecord);
    expect(record.missing).toEqual([]);
    expect(record.result.name).toBe('penguins-species');
    expect(record.events).toHaveLength(48);
    expect(record.spec?.training.loss.type).toBe('categoricalCrossentropy');
    expect(record.predictions).toHaveLength(33);
    expect(record.predictions[0]).toMatchObject({ row: 5, truth: 'Adelie', prediction: 'Adelie' });
  });

  it('bears CRLF, a byte order mark, and half a line at the end of the events', async () => {
    const changed = {
      ...Object.fromEntries(
        Object.entries(files).map(([name, text]) => [name, `\uFEFF${text.replaceAll('\n', '\r\n')}`]),
      ),
      'events.jsonl': `${files['events.jsonl']!.replaceAll('\n', '\r\n')}{"type":"epo`,
    };
    const [expected, record] = [await inFolder(files, readRunRecord), await inFolder(changed, readRunRecord)];
    expect({ ...record, specText: '' }).toEqual({ ...expected, specText: '' });
  });

  it('lists the files that are not there', async () => {
    const { 'predictions.csv': _, 'provenance.json': __, ...some } = files;
    expect((await inFolder(some, readRunRecord)).missing).toEqual(['provenance.json', 'predictions.csv']);
  });

  it('says what is wrong with a folder that is missing, no run, or not done', async () => {
    expect(await problemOf({}, 'nowhere')).toEqual({
      file: 'RUN/nowhere',
      message: 'there is no such folder',
      fix: 'Name a folder below runs/.',
    });
    expect(await problemOf({ 'notes.txt': 'hello' })).toEqual({
      file: 'RUN',
      message: 'this is no run folder',
      expected: 'metrics.json and spec.resolved.yaml',
      fix: 'Name a folder below runs/ that "descent run" made.',
    });
    expect(await problemOf({ 'spec.resolved.yaml': 'name: x\n' })).toEqual({
      file: 'RUN',
      message: 'this run has not ended, so there is no result to report',
      expected: 'metrics.json',
      fix: 'Give the same "descent run" command again: it goes on from the last checkpoint.',
    });
  });

  it('says which file is damaged', async () => {
    const fix = 'Run the experiment again, or delete the file: the report is then written without it.';
    expect(await problemOf({ ...files, 'predictions.csv': 'a,b\n1,2\n' })).toEqual({
      file: 'RUN/predictions.csv',
      message: 'is damaged and cannot be read',
      received: 'expected the columns row, truth, prediction, p:<class>, …',
      fix,
    });
    expect(await problemOf({ ...files, 'provenance.json': '{' })).toMatchObject({
      file: 'RUN/provenance.json',
      message: 'is damaged and cannot be read',
      fix,
    });
    expect(await problemOf({ ...files, 'metrics.json': '{"schemaVersion":2}' })).toEqual({
      file: 'RUN/metrics.json',
      message: 'was written by another version of descent',
      expected: 'schemaVersion 1',
      received: '2',
      fix: 'Run the experiment again.',
    });
  });
});
