import type { Submission } from './host.ts';

/** The exports of a submission as asynchronous functions, whatever they are called. */
export type StudentFunctions = Readonly<Record<string, (...values: readonly unknown[]) => Promise<unknown>>>;

/** Lets tests write `await student.mse(0, 0, line)`. What comes back may be anything: check it. */
export function studentProxy(submission: Submission): StudentFunctions {
  const call = (name: string, values: readonly unknown[]) => submission.call(name, values);
  return new Proxy<StudentFunctions>(
    {},
    {
      get(_, name) {
        // Else awaiting the proxy would ask the submission for a function `then`.
        if (typeof name === 'symbol' || name === 'then') return undefined;
        return (...values: readonly unknown[]) => call(name, values);
      },
    },
  );
}
