import { ComponentProblem, type ComponentSpec } from '../component/component.ts';
import type { Registry } from '../component/registry.ts';
import type { Stream } from '../random/stream.ts';

/** The section `data` of an experiment, validated. */
export interface DataOptions {
  readonly source: ComponentSpec;
  /** Empty: all columns but the target. */
  readonly features: readonly string[];
  readonly target: string | readonly string[];
  /** Column of the source that says how much the loss of a row counts; absent or null for all alike. */
  readonly sampleWeights?: string | null;
  readonly missing: 'drop' | 'error' | 'keep';
  readonly limit: number | null;
  readonly split: ComponentSpec;
  readonly transforms: readonly ComponentSpec[];
  readonly targetTransforms: readonly ComponentSpec[];
}

/** What the data are prepared with. */
export interface DataContext {
  readonly registry: Registry;
  /** The folder of the experiment file. */
  readonly directory: string;
  /** The stream `data` of the run: source, limit, split and transforms derive theirs from it. */
  readonly stream: Stream;
}

/**
 * Runs a part of the preparation; the option of a ComponentProblem in it becomes a path within the section
 * `data`, such as `transforms.1.columns.0`, so that the checks find its place in the file.
 */
export function within<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw atPath(path, error);
  }
}

/** The same for what takes time. */
export async function withinAsync<Result>(path: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw atPath(path, error);
  }
}

function atPath(path: string, error: unknown): unknown {
  if (!(error instanceof ComponentProblem)) return error;
  const option = error.option === undefined ? path : `${path}.${error.option}`;
  return new ComponentProblem(error.message, {
    option,
    ...(error.fix === undefined ? {} : { fix: error.fix }),
  });
}
