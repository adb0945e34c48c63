import { expect, it } from 'vitest';
import { collectFiles } from './collect-files.ts';
import { fixtureGrades, SECRET } from './fixture-grades.ts';
import { junitExporter } from './junit.ts';
import { readXml, type XmlElement } from './read-xml.ts';

async function documents(): Promise<ReadonlyMap<string, XmlElement>> {
  const files = await collectFiles(junitExporter, fixtureGrades());
  return new Map([...files].map(([path, text]) => [path, readXml(text)]));
}

const named = (element: XmlElement, name: string) => element.children.filter((child) => child.name === name);
const property = (element: XmlElement, name: string) =>
  named(named(element, 'properties')[0]!, 'property').find(({ attributes }) => attributes.name === name)
    ?.attributes.value;

it('is well formed, and its counts are those of its cases', async () => {
  const all = await documents();
  expect([...all.keys()]).toEqual(
    ['ada', 'bob', 'carol', 'dave', 'eve_105', 'frank'].map((name) => `${name}.xml`),
  );
  for (const suites of all.values()) {
    expect(suites.name).toBe('testsuites');
    let total = 0;
    for (const suite of named(suites, 'testsuite')) {
      const cases = named(suite, 'testcase');
      const count = (kind: string) => cases.filter((one) => named(one, kind).length > 0).length;
      total += cases.length;
      expect(suite.attributes).toMatchObject({
        tests: String(cases.length),
        failures: String(count('failure')),
        errors: String(count('error')),
        skipped: String(count('skipped')),
      });
    }
    expect(suites.attributes.tests).toBe(String(total));
  }
});

it('tells wrong answers from timeouts and crashes, with points as properties', async () => {
  const all = await documents();
  const kinds = (student: string) =>
    named(named(all.get(`${student}.xml`)!, 'testsuite')[0]!, 'testcase').map(
      (one) =>
        `${one.children.map(({ name }) => name).join('+')} ${property(one, 'points')!} of ${property(one, 'maximumPoints')!}`,
    );
  expect(kinds('ada')).toEqual(['properties 1 of 1', 'properties 2 of 2', 'properties 3 of 3']);
  expect(kinds('bob')).toEqual([
    'properties+failure 0 of 1',
    'properties+failure 1 of 2',
    'properties+failure 0 of 3',
  ]);
  expect(kinds('eve_105')).toEqual([
    'properties+error 0 of 1',
    'properties+error 0 of 2',
    'properties+error 0 of 3',
  ]);
  expect(kinds('frank')[0]).toBe('skipped+properties 0 of 1');
  const [suite] = named(all.get('carol.xml')!, 'testsuite');
  expect([property(suite!, 'points'), property(suite!, 'automatic'), property(suite!, 'daysLate')]).toEqual([
    '9.25',
    '8.33',
    '2',
  ]);
});

it('holds the words of students as text, and nothing of hidden checks', async () => {
  const files = await collectFiles(junitExporter, fixtureGrades());
  const bob = files.get('bob.xml')!;
  const [failure] = named(named(named(readXml(bob), 'testsuite')[0]!, 'testcase')[0]!, 'failure');
  expect(failure!.attributes.message).toBe(
    '<script>alert(1)</script> ]]> ::set-output name=x::y ##[error] red gnp',
  );
  for (const text of files.values()) expect(text).not.toContain(SECRET);
});
