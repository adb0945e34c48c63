import { AsyncLocalStorage } from 'node:async_hooks';
import type { ReferenceTag } from './codec/value.ts';

/** The functions of the grader's that a student process may call. */
export interface Callbacks {
  /** Refers to a function, the same always by the same number. @returns undefined for anything else */
  refer(thing: object): ReferenceTag | undefined;
  /** Calls answered since {@link beginRequest}. */
  readonly callsOfRequest: number;
  beginRequest(): void;
  /** Calls one. What it throws becomes a `throw` for the student's code to see. */
  call(number: unknown, values: readonly unknown[]): Promise<{ op: 'return' | 'throw'; value: unknown }>;
}

const within = new AsyncLocalStorage<true>();

/**
 * Whether the code that asks runs within a callback. Asking the student process from there would wait for ever, as
 * it waits for the callback.
 */
export function isWithinCallback(): boolean {
  return within.getStore() === true;
}

/** No callbacks yet. */
export function createCallbacks(): Callbacks {
  const functions: CallableFunction[] = [];
  let calls = 0;
  return {
    refer(thing) {
      if (typeof thing !== 'function') return undefined;
      if (!functions.includes(thing)) functions.push(thing);
      return { $: 'callback', callback: functions.indexOf(thing) };
    },
    get callsOfRequest() {
      return calls;
    },
    beginRequest() {
      calls = 0;
    },
    async call(number, values) {
      calls++;
      const called = typeof number === 'number' ? functions[number] : undefined;
      if (called === undefined) return { op: 'throw', value: 'there is no such function' };
      try {
        const value: unknown = await within.run(
          true,
          () => Reflect.apply(called, undefined, values) as unknown,
        );
        return { op: 'return', value };
      } catch (error) {
        return { op: 'throw', value: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}
