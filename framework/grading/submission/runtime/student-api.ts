import * as tf from '#tensorflow';
import { createStream } from '../../../random/stream.ts';
import { TodoError } from '../todo-error.ts';

/**
 * What `import { … } from 'descent'` gives an exercise inside the student process. Each entry has the same name
 * and type in the public index, which the student's editor reads.
 */
const STUDENT_API: Readonly<Record<string, unknown>> = { tf, createStream, TodoError };

/**
 * The module `descent` as an exercise sees it. A name that it lacks is an error at once, in words, instead of
 * `undefined` that fails somewhere later.
 */
export const studentModule: object = new Proxy(STUDENT_API, {
  get(api, name) {
    if (name === '__esModule') return true;
    if (typeof name === 'symbol' || Object.hasOwn(api, name)) return Reflect.get(api, name) as unknown;
    const names = Object.keys(api).join(', ');
    if (name === 'default') {
      throw new TypeError(`"descent" has no default export; write: import { tf } from 'descent'`);
    }
    throw new TypeError(`"descent" has no export named "${name}"; it has ${names}`);
  },
});
