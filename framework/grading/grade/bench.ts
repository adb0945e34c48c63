import { createStream, type Stream } from '../../random/stream.ts';
import type { CheckBody, CheckContext } from '../check/exercise.ts';
import type { ExportSpecs } from '../check/student.ts';
import type { Submission } from '../submission/host.ts';
import { define, type DeclaredCheck, type DefinedCheck, type SightedCheckFile } from './list-checks.ts';

/** A check as it is defined for one seed, ready to run. */
export interface BenchedCheck {
  readonly body: CheckBody;
  /** Whether it has asked for a random stream or for what was made of one, or its file has while it defined its checks. */
  isRandom(): boolean;
}

/** The checks of one file for one seed. */
interface Defined {
  readonly checks: readonly DefinedCheck[];
  /** Streams asked for so far, and how many of them in the definition. */
  drawn(): number;
  readonly drawnInDefinition: number;
}

/**
 * Brings checks to their bodies. A file is defined once per seed, as it may draw data for all its checks there.
 * @returns gives a check for a seed. Throws whatever the definition throws, a mistake of ours
 */
export function createBench(submission: Submission): (check: DeclaredCheck, seed: number) => BenchedCheck {
  const known = new Map<SightedCheckFile, Map<number, Defined>>();

  const defineOnce = (file: SightedCheckFile, seed: number): Defined => {
    const ofFile = known.get(file) ?? new Map<number, Defined>();
    known.set(file, ofFile);
    const before = ofFile.get(seed);
    if (before !== undefined) return before;
    const root = createStream(seed).derive(file.id).derive(file.visibility);
    let drawn = 0;
    const stream = (name: string): Stream => {
      drawn++;
      return root.derive(name);
    };
    const once: CheckContext<ExportSpecs>['once'] = (make) => {
      const made = new Map<string, { readonly value: ReturnType<typeof make>; isRandom: boolean }>();
      return (...given) => {
        const key = JSON.stringify(given);
        const earlier = made.get(key);
        if (earlier !== undefined) {
          if (earlier.isRandom) drawn++;
          return earlier.value;
        }
        const before = drawn;
        const value = make(...given);
        const entry = { value, isRandom: drawn > before };
        made.set(key, entry);
        // What is awaited may draw later.
        const judge = () => {
          entry.isRandom = drawn > before;
        };
        if (value instanceof Promise) void value.then(judge, judge);
        return value;
      };
    };
    const checks = define(file, submission, { stream, once });
    const defined = { checks, drawn: () => drawn, drawnInDefinition: drawn };
    ofFile.set(seed, defined);
    return defined;
  };

  return ({ title, file }, seed) => {
    const { checks, drawn, drawnInDefinition } = defineOnce(file, seed);
    const body = checks.find((check) => check.title === title)?.body;
    if (body === undefined) throw new Error(`the check "${title}" is not defined for every seed`);
    const before = drawn();
    return { body, isRandom: () => drawnInDefinition > 0 || drawn() > before };
  };
}
