import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LEVELS } from '../isolation/level.ts';
import { parseAttack, readAttacks } from './fixture.ts';

const attacks = readAttacks();

describe('the attacks', () => {
  it('are all in the table of README.md, with their layers, and nothing else is', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const rows = [...readme.matchAll(/^\| `([\w-]+)` +\| (.*?) +\| (.*?) +\|.*\| (\d+(?: to \d+)?) +\|$/gm)];
    const table = rows.map(([, name, what, layer, points]) => [name, what, layer, points]);
    expect(table).toEqual(
      attacks.map(({ name, what, layer, score: [least, most] }) => [
        name,
        what,
        layer,
        least === most ? String(least) : `${least} to ${most}`,
      ]),
    );
  });

  it('name each level at most once', () => {
    for (const { name, stoppedAt, containedAt, worksAt } of attacks) {
      const named = [...stoppedAt, ...containedAt, ...worksAt];
      expect([name, new Set(named).size]).toEqual([name, named.length]);
    }
  });

  it('are stopped by bubblewrap, every one', () => {
    expect(attacks.filter(({ stoppedAt }) => !stoppedAt.includes('bwrap'))).toEqual([]);
  });
});

describe('the comment of a fixture', () => {
  it('is read', () => {
    const text = `/*
 * Tries something
 * in two lines.
 *
 * Layer: codec: limits
 * Doors: open
 * Stopped at: limited, bwrap
 * Works at: unprotected
 * Score: 1 to 3 of 10
 * Says: nothing | out of memory
 * Attack limit: 500 ms
 * Then: 3 x "(a "
 */
code`;
    expect(parseAttack('name', text)).toEqual({
      name: 'name',
      what: 'Tries something in two lines.',
      layer: 'codec: limits',
      hasOpenDoors: true,
      stoppedAt: ['bwrap', 'limited'],
      containedAt: [],
      worksAt: ['unprotected'],
      score: [1, 3],
      says: ['', 'out of memory'],
      attackMilliseconds: 500,
      source: `${text}(a (a (a `,
    });
  });

  it('may leave out the levels, and then means all', () => {
    const { stoppedAt, says } = parseAttack('name', '/*\n * A.\n *\n * Layer: b\n * Score: 0 of 10\n */\n');
    expect(stoppedAt).toEqual(LEVELS);
    expect(says).toEqual(['']);
  });

  it('must be there, with a layer and a score', () => {
    expect(() => parseAttack('name', 'code')).toThrow('name says nothing about itself');
    expect(() => parseAttack('name', '/*\n * A.\n */\n')).toThrow('name needs a layer and a score');
  });
});
