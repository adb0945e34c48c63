import * as tf from '#tensorflow';
import type { ReferenceTag } from '../codec/value.ts';
import type { HandleKind } from '../protocol.ts';

const LONGEST_NAME = 100;

/** The things of the student's that a grader refers to and that cannot leave the process. */
export interface Handles {
  /** Refers to a thing; the same thing always by the same number. */
  refer(thing: object): ReferenceTag;
  /** @throws RangeError when there is no such handle. */
  get(handle: unknown): object;
  /** Forgets a thing. */
  release(thing: object): void;
  /** Forgets all; their numbers are not given again. */
  clear(): void;
}

/** An empty table of handles. */
export function createHandles(): Handles {
  const things = new Map<number, object>();
  const numbers = new Map<object, number>();
  let last = 0;
  return {
    refer(thing) {
      let handle = numbers.get(thing);
      if (handle === undefined) {
        handle = ++last;
        numbers.set(thing, handle);
        things.set(handle, thing);
      }
      return { $: 'handle', handle, kind: kindOf(thing), name: nameOf(thing) };
    },
    get(handle) {
      const thing = typeof handle === 'number' ? things.get(handle) : undefined;
      if (thing === undefined) throw new RangeError(`there is no handle ${String(handle)}`);
      return thing;
    },
    release(thing) {
      const handle = numbers.get(thing);
      if (handle !== undefined) things.delete(handle);
      numbers.delete(thing);
    },
    clear() {
      things.clear();
      numbers.clear();
    },
  };
}

/** What a thing is to a grader. */
export function kindOf(thing: object): HandleKind {
  if (typeof thing === 'function') return isClass(thing) ? 'class' : 'function';
  if (thing instanceof tf.LayersModel) return 'model';
  if (thing instanceof tf.Optimizer) return 'optimizer';
  return 'object';
}

function isClass(thing: object): boolean {
  return /^class\b/.test(Function.prototype.toString.call(thing));
}

/** The name of a function, or of the class of an object. */
function nameOf(thing: object): string {
  if (thing instanceof tf.serialization.Serializable) return thing.getClassName();
  const named: unknown = typeof thing === 'function' ? thing : Reflect.get(thing, 'constructor');
  const name: unknown = typeof named === 'function' ? Reflect.get(named, 'name') : undefined;
  return typeof name === 'string' ? name.slice(0, LONGEST_NAME) : '';
}
