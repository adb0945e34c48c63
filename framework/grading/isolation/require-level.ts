import { readFileSync } from 'node:fs';
import { unprotected, type Launch } from '../submission/launch.ts';
import { adviceForBubblewrap, adviceForContainer } from './advice.ts';
import { bubblewrap } from './bubblewrap.ts';
import { findBubblewrapTools } from './bubblewrap-tools.ts';
import { container } from './container.ts';
import { findContainerEngine } from './container-engine.ts';
import {
  FREEDOM_WORDS,
  LABELS,
  LEVELS,
  levelOf,
  LevelUnavailable,
  TAKES_AWAY,
  isAtLeast,
  type Freedom,
  type Level,
} from './level.ts';
import { permissionFlag, permissionModel } from './permission-model.ts';
import { measureFreedoms, SelfTestFailed } from './self-test.ts';

/** A level of isolation as it was measured on this machine, a moment ago. */
export interface Isolation {
  readonly level: Level;
  /** What stands beside every grade: `isolated`, `limited`, … */
  readonly label: string;
  /** Starts student processes at this level. */
  readonly launch: Launch;
  /** What a process could do all the same. */
  readonly free: ReadonlySet<Freedom>;
}

/** Which level is wanted: this one and no other, or the strongest there is, but at least this one. */
export type WantedLevel = { readonly exactly: Level } | { readonly atLeast: Level };

/** What may be chosen about a level. */
export interface LevelOptions {
  /** The image for containers; by default the official one of this version of Node. */
  readonly image?: string;
  /** How a level is set up and measured; in tests another machine. */
  readonly measure?: (level: Level, options: LevelOptions) => Promise<Isolation>;
}

/** Submissions cannot be run at the level that is wanted. The message says why, and how to get it. */
export class IsolationRefused extends Error {
  override readonly name = 'IsolationRefused';
}

/**
 * Finds a level of isolation and measures it: at the start of every batch. It never gives less than what is wanted.
 * @throws IsolationRefused when there is less; the message says how to get more
 */
export async function requireLevel(
  wanted: WantedLevel = { atLeast: 'bwrap' },
  options: LevelOptions = {},
): Promise<Isolation> {
  const candidates = LEVELS.filter((level) =>
    'exactly' in wanted ? level === wanted.exactly : isAtLeast(level, wanted.atLeast),
  );
  const reasons: LevelUnavailable[] = [];
  for (const level of candidates) {
    try {
      return await (options.measure ?? measureLevel)(level, options);
    } catch (error) {
      if (!(error instanceof LevelUnavailable)) throw error;
      reasons.push(error);
    }
  }
  throw new IsolationRefused(refusal(LABELS['exactly' in wanted ? wanted.exactly : wanted.atLeast], reasons));
}

/**
 * Sets up one level and measures whether it holds what it promises.
 * @throws LevelUnavailable when it cannot be set up, or is weaker than its name
 */
export async function measureLevel(level: Level, options: LevelOptions = {}): Promise<Isolation> {
  const { launch, adviceFor } = prepareLevel(level, options);
  const free = await measureFreedoms(launch).catch((error: unknown) => {
    if (!(error instanceof SelfTestFailed)) throw error;
    throw new LevelUnavailable(level, `it does not start: ${error.message}`, adviceFor(error.message));
  });
  const measured = levelOf(level, free);
  if (measured === level) return { level, label: LABELS[level], launch, free };
  const able = TAKES_AWAY[level]
    .filter((freedom) => free.has(freedom))
    .map((freedom) => FREEDOM_WORDS[freedom]);
  throw new LevelUnavailable(
    level,
    `it was measured as "${LABELS[measured]}": a submission can ${able.join(', ')}`,
    '',
  );
}

function prepareLevel(
  level: Level,
  options: LevelOptions,
): { launch: Launch; adviceFor: (said: string) => string } {
  switch (level) {
    case 'bwrap':
      return {
        launch: bubblewrap(findBubblewrapTools()),
        adviceFor: (said) => adviceForBubblewrap(said, hasAppArmorRestriction()),
      };
    case 'container': {
      const engine = findContainerEngine(options.image);
      return {
        launch: container(engine),
        adviceFor: (said) => adviceForContainer(said, engine.name, engine.image),
      };
    }
    case 'limited': {
      const flag = permissionFlag();
      if (flag === undefined) throw new LevelUnavailable('limited', 'this Node has no permission model', '');
      return { launch: permissionModel(flag), adviceFor: () => '' };
    }
    case 'unprotected':
      return { launch: unprotected, adviceFor: () => '' };
  }
}

/** Whether AppArmor keeps programs without a profile from making user namespaces (Ubuntu 24.04 and newer). */
function hasAppArmorRestriction(): boolean {
  try {
    return readFileSync('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', 'latin1').trim() === '1';
  } catch {
    // Kernels without the restriction have no such file.
    return false;
  }
}

function refusal(label: string, reasons: readonly LevelUnavailable[]): string {
  const indent = (text: string, by: string) => text.replace(/^(?=.)/gm, by);
  const parts = reasons.map(({ level, message, advice }) =>
    [`  ${LABELS[level]}: ${indent(message, '    ').trimStart()}`, indent(advice, '    ')]
      .filter((part) => part !== '')
      .join('\n'),
  );
  return [`Submissions cannot be run at the level "${label}" here.`, ...parts].join('\n');
}
