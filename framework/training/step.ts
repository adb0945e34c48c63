import { kernelMachine } from '../backend/kernels/fast/register-fast-kernels.ts';
import { ComponentProblem } from '../component/component.ts';
import type { Model } from '../model/model.ts';
import { createFusedStep } from './fused/fused-step.ts';
import { recognize, type Recognized } from './fused/recognize.ts';
import type { LossPart } from './loss.ts';
import type { OptimizerPart } from './optimizer.ts';
import { createTapeStep } from './tape-step.ts';
import type { TrainingStep } from './training-step.ts';
import type { Update } from './update.ts';

/**
 * How steps are computed, to the same numbers but for rounding.
 * - `fused`: our kernels, called one after the other on memory that is laid out once; for chains of known layers on
 *   the backend wasm.
 * - `tape`: operations of TensorFlow.js; for anything.
 * - `auto`: `fused` where it can be, else `tape`.
 */
export type StepChoice = 'auto' | 'fused' | 'tape';

/** What decides how steps can be computed. */
export interface StepParts {
  readonly model: Model;
  readonly loss: LossPart;
  readonly optimizer: OptimizerPart;
}

/** How steps are computed; `reason` says in a sentence why not `fused`. */
export type ChosenStep = { readonly kind: 'fused' } | { readonly kind: 'tape'; readonly reason: string };

/**
 * Chooses how steps are computed on the current backend.
 * @throws ComponentProblem where `fused` is asked for and cannot be.
 */
export function chooseStep(choice: StepChoice, parts: StepParts): ChosenStep {
  const found = findFused(choice, parts);
  return 'reason' in found ? { kind: 'tape', reason: found.reason } : { kind: 'fused' };
}

/** Prepares the chosen step. */
export function createStep(choice: StepChoice, parts: StepParts, update: Update): TrainingStep {
  const found = findFused(choice, parts);
  if ('reason' in found) return createTapeStep(parts.model, parts.loss, update);
  return createFusedStep(found, { ...parts, update, machine: kernelMachine()! });
}

function findFused(choice: StepChoice, parts: StepParts): Recognized | { readonly reason: string } {
  if (choice === 'tape') return { reason: 'The experiment asks for the tape.' };
  const recognized = recognize(parts);
  if ('unknown' in recognized) return refuse(choice, recognized.unknown);
  if (kernelMachine()) return recognized;
  return refuse(choice, 'The fused step needs the backend wasm with the training kernels of Descent.');
}

function refuse(choice: StepChoice, reason: string): { readonly reason: string } {
  if (choice !== 'fused') return { reason };
  throw new ComponentProblem(reason, { fix: 'Set training.step to auto.' });
}
