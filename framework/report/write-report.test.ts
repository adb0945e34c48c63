import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { divergedRun, interruptedRunFiles } from './fixtures/broken-runs.ts';
import { classificationRun } from './fixtures/classification-run.ts';
import { regressionRun } from './fixtures/regression-run.ts';
import { fixtureFiles, inFolder } from './fixtures/run-files.ts';
import { writeReport } from './write-report.ts';

const reportOf = (files: Record<string, string>) =>
  inFolder(files, async (folder) => readFile(await writeReport(folder), 'utf8'));

/** The text that a reader sees, on one line. */
const textOf = (page: string) =>
  page
    .replace(/<style>[^]*?<\/style>/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

const VOID = new Set(['meta', 'br', 'img', 'hr', 'link', 'input']);

/** Tags that are not closed in order; empty when the page is well formed. */
function misnested(page: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const body = page.replace(/<style>[^]*?<\/style>/, '').replace('<!doctype html>', '');
  for (const [, closing, name, selfClosing] of body.matchAll(/<(\/?)([a-zA-Z0-9]+)[^>]*?(\/?)>/g)) {
    if (closing === '/') {
      if (open.pop() !== name) wrong.push(name!);
    } else if (selfClosing !== '/' && !VOID.has(name!)) open.push(name!);
  }
  return [...wrong, ...open];
}

const hostile = `<script>alert('"&')</script>`;

describe('the report', () => {
  it.each([
    ['a classification', fixtureFiles(classificationRun())],
    ['a regression', fixtureFiles(regressionRun())],
    ['an interrupted run', interruptedRunFiles()],
    ['a run whose loss became NaN', fixtureFiles(divergedRun())],
    ['a run with hostile class names', fixtureFiles(classificationRun([hostile, '">', 'x" onload="y']))],
  ])('of %s is a well-formed page that loads and runs nothing', async (_, files) => {
    const page = await reportOf(files);
    expect(misnested(page)).toEqual([]);
    expect(page).not.toMatch(/<script|<link|<iframe|<img|@import|url\(/i);
    for (const [tag] of page.matchAll(/<[^>]*>/g)) expect(tag).not.toMatch(/\son[a-z]+=/i);
    expect(page.replaceAll(/xmlns(:xlink)?="[^"]*"/g, '')).not.toMatch(/https?:\/\//);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, names] of page.matchAll(/ aria-labelledby="([^"]*)"/g)) {
      expect(ids).toEqual(expect.arrayContaining(names!.split(' ')));
    }
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
    const withoutListings = page.replaceAll(/<pre[^]*?<\/pre>/g, '');
    expect(textOf(withoutListings)).not.toMatch(
      /undefined|\[object|\bnull\b|\bNaN\b(?! in epoch| or infinite)/,
    );
  });

  it('is the same for the same folder', async () => {
    const files = fixtureFiles(regressionRun());
    expect(await reportOf(files)).toBe(await reportOf(files));
  });

  it('says what was run, in words', async () => {
    const text = textOf(await reportOf(fixtureFiles(classificationRun())));
    expect(text).toContain(
      'A network of 3 layers with 163 parameters learned to predict species , one of 3 classes (Adelie, Chinstrap and Gentoo), from 6 inputs',
    );
    expect(text).toContain(
      'Of 333 rows after 11 rows with missing values were dropped, 267 trained it, 33 watched the training (validation) and 33 were kept for the end (test).',
    );
    expect(text).toContain(
      'Training minimized categoricalCrossentropy with adam at learning rate 0.01, in batches of 16 rows, for at most 100 epochs, from seed 7 on the backend wasm.',
    );
    expect(text).toContain(
      'It ended after 46 epochs and 0.9 s of training (1.6 s in all). validation.loss has not improved for 10 epochs. The weights are those of epoch 36.',
    );
  });

  it('of a classification has all that was promised', async () => {
    const text = textOf(await reportOf(fixtureFiles(classificationRun())));
    for (const part of [
      'this model',
      'most frequent class',
      'logistic regression',
      'test.accuracy &gt;= 0.9 0.939 ✓ met',
      'kept: epoch 36',
      'Confusion matrix',
      'Chinstrap 1.000 0.909 0.952 11',
      'The worst mistakes, 2 of 2',
      '284 Chinstrap Adelie 7 % 86 %',
      'Warning (imbalance).',
      'dense (units 16, activation relu) 16 112',
      'seed: 7',
      '0f1e2d3c4b5a69788796a5b4c3d2e1f001234567 , with changes that were not committed',
      'What differed from the commit',
      'ab'.repeat(32),
    ]) {
      expect(text).toContain(part);
    }
  });

  it('of a regression shows predictions, residuals and the largest errors', async () => {
    const text = textOf(await reportOf(fixtureFiles(regressionRun())));
    for (const part of [
      '1 of 2 targets missed',
      'body_mass_g, predicted',
      'body_mass_g, true',
      'residual: predicted − true',
      'The 10 largest errors of body_mass_g',
      'linear least squares',
      'learning rate at the end of each epoch',
      'none: the experiment is not in a git repository',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('of many rows draws every n-th point and says so', async () => {
    const text = textOf(await reportOf(fixtureFiles(regressionRun(4000))));
    expect(text).toContain('predicted against true; one row in 3, 1,334 of 4,000');
  });

  it('of an interrupted run says so and what is missing', async () => {
    const text = textOf(await reportOf(interruptedRunFiles()));
    expect(text).toContain('You stopped the run with Ctrl-C. What follows is the report of what there is;');
    expect(text).toContain('Not there, so not shown: provenance.json , predictions.csv .');
    expect(text).toContain('Confusion matrix');
  });

  it('of a diverged run names the epoch and counts rows without a number', async () => {
    const text = textOf(await reportOf(fixtureFiles(divergedRun())));
    expect(text).toContain('The loss became NaN in epoch 4. What follows shows how far it came.');
    expect(text).toContain('Not a number. In 2 epochs, first in epoch 4,');
    expect(text).toContain('1 Adelie not a number – –');
  });
});
