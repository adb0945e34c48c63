import { formatValue } from '../expect/format-value.ts';
import { Uploaded, type Observer, type Question } from '../submission/session.ts';

const MOST_PRINTED = 4_000;

/** Notes what a check asks of a submission, to show it beside a failure. */
export interface CallLog {
  readonly add: Observer;
  read(): LoggedCalls;
  clear(): void;
}

/** What a submission was asked for in one trial. */
export interface LoggedCalls {
  /** The last call as it could be written by hand. */
  readonly call: string | undefined;
  /** All that was printed meanwhile; a long text is cut. */
  readonly printed: string;
  readonly last: Question | undefined;
  /** How many questions there were. */
  readonly count: number;
}

/** An empty log. */
export function createCallLog(): CallLog {
  let last: Question | undefined;
  let lastCall: Question | undefined;
  let count = 0;
  let printed = '';
  return {
    add(question, outcome) {
      last = question;
      count++;
      if (question.operation === 'call' || question.operation === 'construct') lastCall = question;
      if (printed.length <= MOST_PRINTED) printed += outcome.printed;
    },
    read: () => ({
      last,
      count,
      call: lastCall === undefined ? undefined : writeCall(lastCall),
      printed: shortenPrinted(printed),
    }),
    clear() {
      last = lastCall = undefined;
      count = 0;
      printed = '';
    },
  };
}

/** What was printed, with a line where it is cut. */
export function shortenPrinted(printed: string): string {
  return printed.length > MOST_PRINTED ? `${printed.slice(0, MOST_PRINTED)}\n… more` : printed;
}

function writeCall({ operation, name, value }: Question): string {
  const values = (value as { arguments: readonly unknown[] }).arguments;
  const written = values.map((each) => (each instanceof Uploaded ? each.name : formatValue(each)));
  return `${operation === 'construct' ? 'new ' : ''}${name}(${written.join(', ')})`;
}
