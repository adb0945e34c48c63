import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { findProgram } from '../isolation/find-program.ts';
import { LABELS, LevelUnavailable, type Level } from '../isolation/level.ts';
import { measureLevel, type Isolation } from '../isolation/require-level.ts';
import { findRuntime } from '../submission/code-cache.ts';
import { openSubmission } from '../submission/host.ts';
import { nodeArguments, type Launch } from '../submission/launch.ts';
import { DEFAULT_LIMITS } from '../submission/limits.ts';
import type { Outcome } from '../submission/outcome.ts';
import { createProcessPool } from '../submission/process-pool.ts';
import { isAlive, recordPids } from '../submission/test-submissions.ts';
import { examine } from './examine.ts';
import { HONEST, readAttacks, type Attack } from './fixture.ts';
import { openDoors } from './open-doors.ts';
import { openPlayground, type Playground } from './playground.ts';

const SEED = 7;
const LIMITS = { ...DEFAULT_LIMITS, memoryMegabytes: 128, loadMilliseconds: 10_000 };
/** For attacks that need no limit of their own to end. */
const ATTACK_MILLISECONDS = 10_000;
/** What was sent just before the end of a process may still be on its way. */
const DELIVERY_MILLISECONDS = 20;

/** Declares the tests of all attacks at one level; where the level cannot be had, one skipped test that says why. */
export async function runAttacks(level: Level): Promise<void> {
  const isolation = await findLevel(level);
  if (typeof isolation === 'string') {
    it.skip(`"${LABELS[level]}" cannot be tried here: ${isolation}`, () => undefined);
    return;
  }
  const attacks = readAttacks();
  const runtime = findRuntime(nodeArguments(LIMITS));
  const doors = openDoors(runtime);
  afterAll(() => {
    doors.remove();
  });
  /** One for all attacks, until one of them succeeds. */
  let playground: Playground | undefined;
  afterAll(() => playground?.close());
  const run = async (attack: Attack) => {
    playground ??= await openPlayground(runtime.folder);
    const launch = attack.hasOpenDoors ? doors.at(isolation.launch) : isolation.launch;
    const result = await runAttack(attack, launch, playground);
    if (result.effects.length > 0) {
      await playground.close();
      playground = undefined;
    }
    return result;
  };
  const only = (levels: 'stoppedAt' | 'containedAt' | 'worksAt') =>
    attacks.filter((attack) => attack[levels].includes(level));

  for (const attack of only('stoppedAt')) {
    it(`${attack.name} gains nothing`, async () => {
      const { points, sentence, ...rest } = await run(attack);
      expect(rest).toEqual({ gained: [], effects: [], survivors: [], tellsSecret: false });
      expectPoints(points, attack);
      // An attack that fails by a mistake of its own would prove nothing.
      const matching = attack.says.filter((beginning) => beginning !== '' && sentence.startsWith(beginning));
      if (!attack.says.includes(sentence)) expect(matching, sentence).not.toEqual([]);
    });
  }
  for (const attack of only('containedAt')) {
    it(`${attack.name} leaves nothing behind`, async () => {
      const { points, effects, survivors, tellsSecret } = await run(attack);
      expect({ effects, survivors, tellsSecret }).toEqual({ effects: [], survivors: [], tellsSecret: false });
      expectPoints(points, attack);
    });
  }
  // Attacks know Linux best.
  for (const attack of process.platform === 'linux' ? only('worksAt') : []) {
    it(`${attack.name} is an attack: it succeeds`, async () => {
      const { gained, effects } = await run(attack);
      expect([...gained, ...effects]).not.toEqual([]);
    });
  }
}

/** The level as it is here; a string says why it is not. Where bubblewrap is installed, it must work. */
async function findLevel(level: Level): Promise<Isolation | string> {
  try {
    return await measureLevel(level);
  } catch (error) {
    const mustWork = level !== 'container' && (level !== 'bwrap' || findProgram('bwrap') !== undefined);
    if (!(error instanceof LevelUnavailable) || mustWork) throw error;
    return error.message;
  }
}

/** Lets an attack do what it can, and marks it. */
async function runAttack(attack: Attack, launch: Launch, playground: Playground) {
  const { loadMilliseconds = LIMITS.loadMilliseconds, attackMilliseconds = ATTACK_MILLISECONDS } = attack;
  const limits = { ...LIMITS, loadMilliseconds };
  const { pool, pids } = recordPids(createProcessPool({ launch, limits, backend: 'cpu' }));
  const files = { 'exercise.ts': attack.source, 'honest.ts': HONEST };
  const student = await openSubmission({ files, pool });
  try {
    const outcome = await student.attempt('attack', [playground.targets], {
      milliseconds: attackMilliseconds,
    });
    const points = await examine(student, SEED);
    await student.close();
    await sleep(DELIVERY_MILLISECONDS);
    return {
      points,
      sentence: sentenceOf(outcome),
      gained: outcome.state === 'ok' && Array.isArray(outcome.value) ? (outcome.value as unknown[]) : [],
      effects: playground.effects(),
      survivors: pids.filter(isAlive),
      tellsSecret: JSON.stringify(outcome).includes(playground.secret),
    };
  } finally {
    await student.close();
  }
}

function expectPoints(points: number, { score: [least, most] }: Attack): void {
  expect(points).toBeGreaterThanOrEqual(least);
  expect(points).toBeLessThanOrEqual(most);
}

/** What the student would read, without the line; that there is no attack to be called says nothing. */
function sentenceOf(outcome: Outcome): string {
  if (outcome.state === 'ok' || outcome.state === 'missing export') return '';
  return outcome.sentence.replace(/^exercise\.ts:\d+:\d+/, 'exercise.ts');
}
