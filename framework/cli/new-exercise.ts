import { findKit } from '../grading/kit/kit.ts';
import { createExercise } from '../grading/validate/new-exercise.ts';
import { EXIT } from './exit.ts';

/** What `descent new exercise` is told. */
export interface NewExerciseOptions {
  /** The name of its folders, `33-my-topic`. */
  readonly id: string;
  readonly template: string;
  readonly title?: string;
}

/**
 * `descent new exercise NN-id`: a complete exercise to begin with.
 * @returns the exit code
 * @throws ProblemsError for a wrong or taken id, or an unknown template
 */
export async function newExercise(
  options: NewExerciseOptions,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  const written = await createExercise({ kit: await findKit(), ...options });
  const number = options.id.slice(0, 2);
  const next = [
    `    edit    solutions/${options.id}, then    npx descent sync ${number}`,
    `    edit    graders/${options.id} and exercises/${options.id}/exercise.yaml, then    npx descent docs ${number}`,
    `    prove   npx descent validate ${number}`,
  ];
  write(`${written.map((path) => `written  ${path}`).join('\n')}\n\n${next.join('\n')}\n`);
  return EXIT.done;
}
