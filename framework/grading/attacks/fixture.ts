import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { LEVELS, type Level } from '../isolation/level.ts';

/** A submission that tries something, as its file says. */
export interface Attack {
  readonly name: string;
  /** What it tries. */
  readonly what: string;
  /** What must stop it. */
  readonly layer: string;
  /** Whether it gets Node's own `require` and `process`, as if every wall of the runtime had fallen. */
  readonly hasOpenDoors: boolean;
  /** Levels at which it achieves nothing. */
  readonly stoppedAt: readonly Level[];
  /** Levels at which it may achieve something that ends with its process. */
  readonly containedAt: readonly Level[];
  /** Levels at which it succeeds, which shows that it is an attack at all. */
  readonly worksAt: readonly Level[];
  /** The least and the most points that it may have. */
  readonly score: readonly [least: number, most: number];
  /** How the sentence for the student may begin; empty when the attack itself comes to a quiet end. */
  readonly says: readonly string[];
  readonly loadMilliseconds?: number;
  readonly attackMilliseconds?: number;
  readonly source: string;
}

const FOLDER = new URL('./fixtures/', import.meta.url);
const ENDING = '.ts.txt';

const NOTHING = 'nothing';

/** Right answers, which most attacks give besides. */
export const HONEST = readFileSync(new URL('./honest.ts.txt', import.meta.url), 'utf8');

/** All attacks. They are text to every tool of ours, so that none compiles, checks or imports them. */
export function readAttacks(): Attack[] {
  return readdirSync(FOLDER).map((file) =>
    parseAttack(basename(file, ENDING), readFileSync(new URL(file, FOLDER), 'utf8')),
  );
}

/** Reads the comment at the head of a fixture: what it tries, then `Key: value` lines. @throws Error */
export function parseAttack(name: string, text: string): Attack {
  const head = /^\/\*\n([\s\S]*?)\n \*\/\n/.exec(text)?.[1]?.replace(/^ \* ?/gm, '');
  if (head === undefined) throw new Error(`${name} says nothing about itself`);
  const [what = '', fields = ''] = head.split('\n\n');
  const field = new Map(
    fields.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)];
    }),
  );
  const levels = (key: string, otherwise: readonly Level[]): readonly Level[] =>
    field.has(key) ? LEVELS.filter((level) => field.get(key)!.split(', ').includes(level)) : otherwise;
  const score = /^(\d+)(?: to (\d+))? of 10$/.exec(field.get('Score') ?? '');
  if (score === null || !field.has('Layer')) throw new Error(`${name} needs a layer and a score`);
  const [says, load, limit] = ['Says', 'Load limit', 'Attack limit'].map((key) => field.get(key));
  return {
    name,
    what: what.replaceAll('\n', ' '),
    layer: field.get('Layer')!,
    hasOpenDoors: field.get('Doors') === 'open',
    stoppedAt: levels('Stopped at', LEVELS),
    containedAt: levels('Contained at', []),
    worksAt: levels('Works at', []),
    score: [Number(score[1]), Number(score[2] ?? score[1])],
    says: (says ?? NOTHING).split(' | ').map((beginning) => (beginning === NOTHING ? '' : beginning)),
    ...(load === undefined ? {} : { loadMilliseconds: parseInt(load) }),
    ...(limit === undefined ? {} : { attackMilliseconds: parseInt(limit) }),
    source: text + repeatedEnd(field.get('Then')),
  };
}

/** `Then: 30000 x "("`: what would be too long to write down. */
function repeatedEnd(instruction: string | undefined): string {
  const parts = /^(\d+) x "(.*)"$/.exec(instruction ?? '');
  return parts === null ? '' : parts[2]!.repeat(Number(parts[1]));
}
