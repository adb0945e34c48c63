import { describe, expect, it } from 'vitest';
import { FREEDOMS, isAtLeast, LEVELS, levelOf, TAKES_AWAY, type Freedom } from './level.ts';

const free = (...freedoms: Freedom[]) => new Set(freedoms);

describe('the level that was measured', () => {
  it.each(LEVELS)('is the one that was meant when that takes away all that it must: %s', (level) => {
    const rest = FREEDOMS.filter((freedom) => !TAKES_AWAY[level].includes(freedom));
    expect(levelOf(level, new Set(rest))).toBe(level);
  });

  it.each<[meant: 'bwrap' | 'container' | 'limited', Freedom[], measured: string]>([
    ['bwrap', ['network'], 'limited'],
    ['bwrap', ['signals'], 'limited'],
    ['bwrap', ['read'], 'unprotected'],
    ['bwrap', ['processes'], 'unprotected'],
    ['container', ['write'], 'unprotected'],
    ['container', ['network', 'processes'], 'unprotected'],
    ['limited', ['environment'], 'limited'],
    ['limited', ['write'], 'unprotected'],
  ])('is weaker when %s leaves %j: %s', (meant, freedoms, measured) => {
    expect(levelOf(meant, free(...freedoms))).toBe(measured);
  });

  it('is never of equal worth by other means', () => {
    expect(levelOf('bwrap', free('processes'))).not.toBe('container');
  });
});

it('puts levels in order', () => {
  expect(LEVELS.map((level) => LEVELS.filter((other) => isAtLeast(level, other)))).toEqual([
    LEVELS,
    LEVELS,
    ['limited', 'unprotected'],
    ['unprotected'],
  ]);
});
