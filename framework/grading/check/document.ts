import type { Static, TSchema } from '@sinclair/typebox';
import type { LoadedDocument } from '../../document/document.ts';
import { formatProblems, sortProblems } from '../../document/format-problems.ts';
import { loadDocument } from '../../document/load-document.ts';
import { ProblemsError } from '../../document/problem.ts';
import { createValidator } from '../../document/validate-document.ts';
import type { Submission } from '../submission/host.ts';
import { StudentFailure } from '../submission/outcome.ts';

/**
 * Reads a submitted YAML file as data: answers that are no code, such as the numbers of a study.
 * @param file which of the submitted files
 * @param schema what it is to hold, made with `Type`; `expects` in it says in words what is expected, `default` fills in
 * @throws StudentFailure with all that is wrong in it, each with its line
 */
export type ReadDocument = <Expected extends TSchema>(file: string, schema: Expected) => Static<Expected>;

/**
 * The longest file that is read, in characters. The grader itself reads it, which nothing stops: parsing has to end
 * soon, whatever the text.
 */
const LONGEST_TEXT = 20_000;
/** The first ones have to be mended first anyway. */
const MOST_PROBLEMS = 4;

/** Lets checks read the YAML files of a submission. Nothing in them is run, and anchors cannot make them large. */
export function documentReader({ files }: Pick<Submission, 'files'>): ReadDocument {
  const loaded = new Map<string, LoadedDocument>();
  return (file, schema) => {
    const text = Object.hasOwn(files, file) ? files[file] : undefined;
    if (text === undefined) {
      throw failure(`${file} is missing; there is ${Object.keys(files).join(', ')}`, { file });
    }
    if (text.length > LONGEST_TEXT) {
      throw failure(`${file} has ${text.length} characters, where ${LONGEST_TEXT} are allowed`, { file });
    }
    try {
      const document = loaded.get(file) ?? loadDocument({ file, text });
      loaded.set(file, document);
      const { value, problems } = validatorOf(schema)(document);
      if (problems.length > 0) throw new ProblemsError(problems);
      return value;
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      throw refusal(file, error.problems);
    }
  };
}

type Validator = ReturnType<typeof createValidator>;
/** Compiling takes longer than validating, and every check asks anew. */
const validators = new WeakMap<TSchema, Validator>();

function validatorOf(schema: TSchema): Validator {
  let known = validators.get(schema);
  if (known === undefined) validators.set(schema, (known = createValidator(schema)));
  return known;
}

function refusal(file: string, problems: ProblemsError['problems']): StudentFailure {
  const sorted = sortProblems(problems);
  const left = sorted.length - MOST_PROBLEMS;
  const text = formatProblems(sorted.slice(0, MOST_PROBLEMS));
  const words = `${file} cannot be graded:\n\n${text}${left > 0 ? `\n\n… and ${left} more` : ''}`;
  const { line, column } = sorted[0]?.place ?? {};
  return failure(words, { file, ...(line === undefined ? {} : { line, column: column! }) });
}

function failure(
  message: string,
  place: { readonly file: string; readonly line?: number; readonly column?: number },
): StudentFailure {
  return new StudentFailure(
    { state: 'error', error: { name: 'DocumentProblems', message, ...place } },
    message,
    '',
  );
}
