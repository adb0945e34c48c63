import { expect, type CheckContext } from 'descent/grading';
import type { exports } from './exports.ts';

type Submission = CheckContext<typeof exports>['submission'];

/**
 * Expects a call to throw an error of the student's own: its message has a word that the task asks for, which a TypeError that
 * happened by chance does not.
 * @param name the call, in words
 */
export async function expectRefusal(
  submission: Submission,
  callee: Parameters<Submission['attempt']>[0],
  values: readonly unknown[],
  { name, word }: { readonly name: string; readonly word: string },
): Promise<void> {
  const outcome = await submission.attempt(callee, values, { sync: true });
  if (outcome.state !== 'error' || outcome.error.name === 'TodoError') {
    // A function that is not written yet, hangs or crashes is no refusal: the second call says in words what it came to.
    await submission.call(callee, values);
    expect('returns a value', `what ${name} does`).toBe('throws an error');
    return;
  }
  const { message } = outcome.error;
  const wanted = `a message with ${word}`;
  expect(message.includes(word) ? wanted : message, `what the error of ${name} says`).toBe(wanted);
}
