import { expect, it } from 'vitest';
import { exercisesJunit } from './junit.ts';

it('proofs are tests, with what is wrong and what was measured', () => {
  const proof = { claim: 'a & b < c', problems: [], notes: [], milliseconds: 1500 };
  const problems = [{ file: 'exercises/02-twice/README.md', message: 'no "table"', fix: 'Write one.\u0007' }];
  const notes = ['mean 1 & more'];
  expect(
    exercisesJunit([{ exercise: '02-twice', proofs: [proof, { ...proof, claim: 'two', problems, notes }] }]),
  ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="02-twice" tests="2" failures="1" time="3">
    <testcase classname="02-twice" name="a &amp; b &lt; c" time="1.5"/>
    <testcase classname="02-twice" name="two" time="1.5">
      <failure message="no &quot;table&quot;">exercises/02-twice/README.md  no &quot;table&quot;
  fix       Write one.�</failure>
      <system-out>mean 1 &amp; more</system-out>
    </testcase>
  </testsuite>
</testsuites>
`);
});
