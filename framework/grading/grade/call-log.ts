import { formatValue } from '../expect/format-value.ts';
import { Uploaded, type Observer } from '../submission/session.ts';

const MOST_PRINTED = 4_000;

/** Notes what a check asks of a submission, to show it beside a failure. */
export interface CallLog {
  readonly add: Observer;
  /** The last call as it could be written by hand, and all that the submission printed. */
  read(): { readonly call: string | undefined; readonly printed: string };
  clear(): void;
}

/** An empty log. */
export function createCallLog(): CallLog {
  let call: string | undefined;
  let printed = '';
  return {
    add(question, outcome) {
      if (question.operation === 'call' || question.operation === 'construct') {
        const values = (question.value as { arguments: readonly unknown[] }).arguments;
        const written = values.map((value) => (value instanceof Uploaded ? value.name : formatValue(value)));
        const isNew = question.operation === 'construct' ? 'new ' : '';
        call = `${isNew}${question.name}(${written.join(', ')})`;
      }
      if (printed.length <= MOST_PRINTED) printed += outcome.printed;
    },
    read: () => ({
      call,
      printed: printed.length > MOST_PRINTED ? `${printed.slice(0, MOST_PRINTED)}\n… more` : printed,
    }),
    clear() {
      call = undefined;
      printed = '';
    },
  };
}
