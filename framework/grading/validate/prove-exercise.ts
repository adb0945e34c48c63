import { ProblemsError, type Problem } from '../../document/problem.ts';
import { openContext, type ContextOptions } from './open-context.ts';
import { PROOFS } from './proofs.ts';
import type { Proof, ProofContext } from './proof.ts';

/** What came of one proof. */
export interface ProofResult {
  readonly claim: string;
  /** None where the claim holds. */
  readonly problems: readonly Problem[];
  /** What was measured, and what could not be tried. */
  readonly notes: readonly string[];
  readonly milliseconds: number;
}

/** What `descent validate` proves, and with what. */
export interface ProveOptions extends Omit<ContextOptions, 'note'> {
  /** By default all. */
  readonly proofs?: readonly Proof[];
  readonly onResult?: (result: ProofResult) => void;
}

/**
 * Proves an exercise, one claim after the other. A problem that several proofs meet, such as checks that cannot be loaded, is
 * told once.
 * @returns a result for each proof
 */
export async function proveExercise(options: ProveOptions): Promise<readonly ProofResult[]> {
  const { exercise, proofs = PROOFS, onResult } = options;
  let notes: string[] = [];
  const context = openContext({ ...options, note: (text) => notes.push(text) });
  const told = new Set<string>();
  const results: ProofResult[] = [];
  try {
    for (const proof of proofs) {
      notes = [];
      const started = performance.now();
      const found = await problemsOf(proof, exercise, context);
      const problems = found.filter((problem) => !told.has(JSON.stringify(problem)));
      if (found.length > 0 && problems.length === 0) notes.push('not proven, because of what is told above');
      for (const problem of problems) told.add(JSON.stringify(problem));
      const milliseconds = Math.round(performance.now() - started);
      const result = { claim: proof.claim, problems, notes, milliseconds };
      results.push(result);
      onResult?.(result);
    }
  } finally {
    await context.close();
  }
  return results;
}

async function problemsOf(
  proof: Proof,
  exercise: ContextOptions['exercise'],
  context: ProofContext,
): Promise<readonly Problem[]> {
  try {
    return await proof.prove(exercise, context);
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
}
