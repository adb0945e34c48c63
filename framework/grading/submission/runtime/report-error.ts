import { CodecError } from '../codec/codec-error.ts';
import type { ReportedError } from '../protocol.ts';
import { placeInStack } from './stack-trace.ts';
import { SubmissionFault } from './submission-fault.ts';

const LONGEST_MESSAGE = 2_000;
const LONGEST_NAME = 100;

/** Tells the grader what was thrown. Whatever a thrown value does when it is looked at stays without effect. */
export function reportError(thrown: unknown): ReportedError {
  try {
    if (thrown instanceof SubmissionFault) {
      const place = thrown.place.file === undefined ? placeInStack(thrown.stack ?? '') : thrown.place;
      return { name: thrown.name, message: thrown.message.slice(0, LONGEST_MESSAGE), ...place };
    }
    if (thrown instanceof Error) {
      // A student may have made anything of them.
      const { name, message, stack } = thrown as unknown as Partial<Record<string, unknown>>;
      return {
        name: textOf(name).slice(0, LONGEST_NAME),
        message: withoutImportNames(textOf(message)).slice(0, LONGEST_MESSAGE),
        ...placeInStack(textOf(stack)),
      };
    }
    return { name: '', message: `threw ${describeThrown(thrown)}` };
  } catch {
    // A getter or toString of the student's threw in its turn: there is nothing to be learned from it.
    return { name: '', message: 'threw something that cannot be shown' };
  }
}

/** What the codec found in a value, as a fault of the function that returned or passed it. */
export function asFault(error: unknown, what: 'returned' | 'passed'): unknown {
  return error instanceof CodecError ? new SubmissionFault(`${what} ${error.message}`) : error;
}

/** Compiled code calls an import as `(0, _descent.f)`, and V8's messages quote that. */
function withoutImportNames(message: string): string {
  return message.replace(/\(0\s*,\s*_\w+\.([\w$.]+)\)/g, '$1').replace(/\b(?:_\w+|exports)\.(?=\w)/g, '');
}

function describeThrown(thrown: unknown): string {
  if (typeof thrown === 'string') return JSON.stringify(thrown.slice(0, LONGEST_MESSAGE));
  if (typeof thrown === 'object' && thrown !== null) return 'an object that is no error';
  return String(thrown).slice(0, 100);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
