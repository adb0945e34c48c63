import { existsSync } from 'node:fs';
import { join } from 'node:path';
import chalk, { type ChalkInstance } from 'chalk';
import { formatProblems } from '../document/format-problems.ts';
import { ProblemsError, type Problem } from '../document/problem.ts';
import { chooseExercises, findKit, openExercise, type Exercise, type Kit } from '../grading/kit/kit.ts';
import { proveExercise, type ProofResult } from '../grading/validate/prove-exercise.ts';
import { PROOFS } from '../grading/validate/proofs.ts';
import { createTypeChecker } from '../grading/validate/type-checker.ts';

/** What is proven of which exercises. */
export interface ValidateExercises {
  readonly names: readonly string[];
  /** Every exercise instead of the named ones. */
  readonly all: boolean;
  readonly seeds: number;
  readonly quick: boolean;
}

/** An exercise with what came of each proof. */
export interface ExerciseVerdict {
  /** Its folder. */
  readonly exercise: string;
  readonly valid: boolean;
  readonly proofs: readonly ProofResult[];
}

const SCHEMA_CLAIM = 'exercise.yaml fits its schema';

/**
 * Proves exercises, and tells of each proof as it ends.
 * @throws ProblemsError for a name that fits no exercise
 */
export async function validateExercises(
  options: ValidateExercises,
  { write, style = chalk }: { readonly write: (text: string) => void; readonly style?: ChalkInstance },
): Promise<readonly ExerciseVerdict[]> {
  const kit = await findKit();
  const { opened, broken } = await openAll(kit);
  const chosen = choose(options, opened, broken);
  const paths = chosen.opened.flatMap(({ manifest, starters }) =>
    manifest.files
      .map((name) => join(starters, name))
      .filter((path) => path.endsWith('.ts') && existsSync(path)),
  );
  const types = createTypeChecker(kit.root, paths);
  const proofs = PROOFS.filter(({ isLong = false }) => !(options.quick && isLong));

  const verdicts: ExerciseVerdict[] = [];
  for (const [id, problems] of chosen.broken) {
    const result = { claim: SCHEMA_CLAIM, problems, notes: [], milliseconds: 0 };
    write(`${style.bold(id)}\n${proofText(result, style)}\n`);
    verdicts.push({ exercise: id, valid: false, proofs: [result] });
  }
  for (const exercise of chosen.opened) {
    const { id } = exercise.manifest;
    write(`${style.bold(id)}\n`);
    const fits = { claim: SCHEMA_CLAIM, problems: [], notes: [], milliseconds: 0 };
    write(proofText(fits, style));
    const results = await proveExercise({
      kit,
      exercise,
      seeds: options.seeds,
      types,
      proofs,
      onResult: (result) => {
        write(proofText(result, style));
      },
    });
    write('\n');
    const valid = results.every(({ problems }) => problems.length === 0);
    verdicts.push({ exercise: id, valid, proofs: [fits, ...results] });
  }
  write(`${summaryText(verdicts, options, style)}\n`);
  return verdicts;
}

/** Opens what can be opened; the rest by name with its problems. */
async function openAll(kit: Kit): Promise<{
  readonly opened: readonly Exercise[];
  readonly broken: ReadonlyMap<string, readonly Problem[]>;
}> {
  const opened: Exercise[] = [];
  const broken = new Map<string, readonly Problem[]>();
  for (const id of kit.ids) {
    try {
      opened.push(await openExercise(kit, id));
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      broken.set(id, error.problems);
    }
  }
  return { opened, broken };
}

function choose(
  { names, all }: ValidateExercises,
  opened: readonly Exercise[],
  broken: ReadonlyMap<string, readonly Problem[]>,
): { readonly opened: readonly Exercise[]; readonly broken: ReadonlyMap<string, readonly Problem[]> } {
  if (all) return { opened, broken };
  const brokenId = (name: string) =>
    [...broken.keys()].find((id) => id === name || id.startsWith(`${name.padStart(2, '0')}-`));
  const chosen = names.flatMap((name) => brokenId(name) ?? []);
  return {
    opened: chooseExercises(
      opened,
      names.filter((name) => brokenId(name) === undefined),
    ),
    broken: new Map([...broken].filter(([id]) => chosen.includes(id))),
  };
}

/** One proof: a line, what was measured, and what is wrong. */
function proofText({ claim, problems, notes }: ProofResult, style: ChalkInstance): string {
  const mark = problems.length === 0 ? style.green('✓') : style.red('✗');
  const lines = [`  ${mark} ${claim}`, ...notes.map((note) => style.dim(`      ${note}`))];
  if (problems.length > 0) {
    const text = formatProblems(problems, style.level > 0 ? style : undefined);
    lines.push('', ...text.split('\n').map((line) => (line === '' ? '' : `    ${line}`)), '');
  }
  return `${lines.join('\n')}\n`;
}

function summaryText(
  verdicts: readonly ExerciseVerdict[],
  { seeds, quick }: ValidateExercises,
  style: ChalkInstance,
): string {
  const how = quick ? `${seeds} seeds, without wrong answers` : `${seeds} seeds`;
  const count = verdicts.length === 1 ? '1 exercise' : `${verdicts.length} exercises`;
  const wrong = verdicts.filter(({ valid }) => !valid).map(({ exercise }) => exercise);
  if (wrong.length === 0) return style.green(`${count} proven (${how}).`);
  return style.red(`${wrong.length} of ${count} with problems: ${wrong.join(', ')} (${how}).`);
}
