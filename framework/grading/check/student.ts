import { ExpectationFailure } from '../expect/expectation-failure.ts';
import { TensorValue } from '../submission/codec/tensor-value.ts';
import type { Submission } from '../submission/host.ts';
import type { StudentHandle } from '../submission/handle.ts';
import { valueOf } from '../submission/outcome.ts';
import { changedArgument } from './changed-argument.ts';
import type { Returned, ValueOf } from './returned.ts';

/** A function that an exercise asks for. */
export interface FunctionSpec<Value> {
  readonly returned: Returned<Value>;
  /** Whether its arguments must be the same after a call as before. */
  readonly isPure: boolean;
  /** Whether it may be an `async` function. */
  readonly mayBeAsync: boolean;
}

/** A class that an exercise asks for, by the methods that checks call. */
export interface ClassSpec<Methods extends MethodSpecs> {
  readonly methods: Methods;
}

type MethodSpecs = Readonly<Record<string, Returned<unknown> | FunctionSpec<unknown>>>;
/** What an exercise exports, by name: a kind of value for a plain function, or more about it, or a class. */
export type ExportSpecs = Readonly<
  Record<string, Returned<unknown> | FunctionSpec<unknown> | ClassSpec<MethodSpecs>>
>;

/** A function whose arguments must stay as they are. */
export function pure<Value>(returned: Returned<Value>): FunctionSpec<Value> {
  return { returned, isPure: true, mayBeAsync: false };
}

/** A function that may be asynchronous, such as one that trains a network. */
export function asynchronous<Value>(returned: Returned<Value>): FunctionSpec<Value> {
  return { returned, isPure: false, mayBeAsync: true };
}

/** A class; an instance stays in the student process. */
export function instance<Methods extends MethodSpecs>(methods: Methods): ClassSpec<Methods> {
  return { methods };
}

type ReturnedOf<Spec> =
  Spec extends Returned<unknown> ? ValueOf<Spec> : Spec extends FunctionSpec<infer Value> ? Value : never;

type Callable<Value> = (...values: readonly unknown[]) => Promise<Value>;

/** An instance of a class of the student's. */
export type Instance<Methods> = { readonly [Name in keyof Methods]: Callable<ReturnedOf<Methods[Name]>> } & {
  /** To read properties, and to pass it back as an argument. */
  readonly handle: StudentHandle;
};

/** The exports of a submission, typed: each call is a request to its process, and its value has been read. */
export type Student<Exports extends ExportSpecs> = {
  readonly [Name in keyof Exports]: Exports[Name] extends ClassSpec<infer Methods>
    ? Callable<Instance<Methods>>
    : Callable<ReturnedOf<Exports[Name]>>;
};

/**
 * Calls a submission's exports as an exercise declares them.
 * A call throws StudentFailure when it brings no value, ExpectationFailure when it brings one of the wrong kind.
 */
export function typedStudent<Exports extends ExportSpecs>(
  exports: Exports,
  submission: Pick<Submission, 'attempt' | 'construct'>,
): Student<Exports> {
  const functions = Object.entries(exports).map(([name, spec]) => {
    if (!('methods' in spec)) return [name, caller(submission, name, name, spec)] as const;
    const construct = async (...values: readonly unknown[]) => {
      const handle = await submission.construct(name, values);
      const methods = Object.entries(spec.methods).map(
        ([member, method]) =>
          [member, caller(submission, { handle, member }, `${name}.${member}`, method)] as const,
      );
      return { ...Object.fromEntries(methods), handle };
    };
    return [name, construct] as const;
  });
  return Object.fromEntries(functions) as unknown as Student<Exports>;
}

function caller(
  submission: Pick<Submission, 'attempt'>,
  callee: Parameters<Submission['attempt']>[0],
  name: string,
  spec: Returned<unknown> | FunctionSpec<unknown>,
): Callable<unknown> {
  const { returned, isPure, mayBeAsync } = 'returned' in spec ? spec : asPlain(spec);
  return async (...values) => {
    const options = { sync: !mayBeAsync, returnArguments: isPure };
    const outcome = await submission.attempt(callee, values, options);
    const value = valueOf(outcome);
    const changed = outcome.state === 'ok' && isPure ? changedArgument(values, outcome.arguments) : undefined;
    if (changed !== undefined) {
      const place = changed.path === '' ? '' : ` at ${changed.path}`;
      throw new ExpectationFailure(
        `${name} changed its argument ${changed.position}${place}, which belongs to the caller: work on a copy`,
        { expected: `${changed.before} after the call, as before it`, received: changed.after },
      );
    }
    const reading = returned.read(value);
    if ('value' in reading) return reading.value;
    throw new ExpectationFailure(
      `${name} returned ${reading.wrong}, where ${returned.words} is expected${adviceFor(value, returned)}`,
      { expected: returned.words, received: reading.wrong },
    );
  };
}

/** What beginners who return such a value have usually overlooked; follows the sentence. */
function adviceFor(value: unknown, { words }: Returned<unknown>): string {
  if (value === undefined) return ': is a "return" missing?';
  if (typeof value === 'number' && Number.isNaN(value)) {
    return ': is something divided by 0, or computed with something undefined?';
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return ': is something divided by 0?';
  const isScalar = value instanceof TensorValue && value.data.length === 1;
  return isScalar && words === 'a number' ? ': dataSync()[0] is the number in it' : '';
}

function asPlain<Value>(returned: Returned<Value>): FunctionSpec<Value> {
  return { returned, isPure: false, mayBeAsync: false };
}
