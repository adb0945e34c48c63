import type { Failure } from './outcome.ts';
import type { ReportedError } from './protocol.ts';

/** What a request was about. */
export interface Subject {
  /** What was called: `mse`, `Perceptron.train`; for a load, the file. */
  readonly name: string;
  readonly isLoad: boolean;
  /** Whether an experiment was run, whose author wrote no loop. */
  readonly isTraining?: boolean;
}

/** Says in a sentence for the student why a call brought no value. */
export function sentenceOf(failure: Failure, subject: Subject): string {
  const during = subject.isLoad ? ` while ${subject.name} was loaded` : '';
  switch (failure.state) {
    case 'error':
      return errorSentence(failure.error, subject.name);
    case 'gone':
      return `${failure.name} is gone: your program ended or was stopped in an earlier call`;
    case 'missing export':
      return failure.help;
    case 'timeout': {
      const time = seconds(failure.limitMilliseconds);
      if (subject.isTraining === true) {
        return `${subject.name}: not trained within ${time}: fewer epochs, or a smaller network?`;
      }
      return subject.isLoad
        ? `${subject.name} was not loaded within ${time}: an endless loop outside the functions?`
        : `${subject.name}: no answer within ${time}: an endless loop?`;
    }
    case 'out of memory':
      return `out of memory (${failure.megabytes} MB)${during || ` in ${subject.name}`}`;
    case 'exited':
      return failure.signal === null
        ? `your program ended itself (exit code ${failure.code ?? 'unknown'})${during || ` in ${subject.name}`}`
        : `your program was ended (${failure.signal})${during || ` in ${subject.name}`}`;
    case 'protocol violation':
      return `your program wrote into the channel that carries its answers${during}; print with console.log`;
    case 'printed too much':
      return `your program printed more than ${Math.round(failure.bytes / 1024 / 1024)} MB${during}`;
    case 'called back too often':
      return `${subject.name} called the function that it was given more than ${failure.calls} times`;
    case 'never settles':
      return `${subject.name}: your promise never settles: is resolve called, is every await answered?`;
  }
}

function errorSentence({ name, message, file, line, column }: ReportedError, subject: string): string {
  const place = file === undefined ? undefined : [file, line, column].filter((part) => part !== undefined);
  const where = place?.join(':') ?? subject;
  if (name === '') return `${where} ${message}`;
  if (name === 'ExperimentProblems') return `${subject} cannot be run:\n\n${message}`;
  if (name === 'SyntaxError') return `${where} cannot be read: ${message}`;
  if (name === 'TodoError') return `${where} is still to be written: ${message}`;
  return `${where} threw ${name}: ${message}`;
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}
