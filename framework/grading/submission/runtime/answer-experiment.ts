import type { SourceText } from '../../../document/source-text.ts';
import type { ExperimentAnswer, ExperimentRequest, LoadRequest } from '../protocol.ts';
import { loadExperiments } from './load-experiments.ts';
import { SubmissionFault } from './submission-fault.ts';

/** Whether a submitted file is an experiment, which is not compiled but run when it is asked for. */
export function isExperimentFile(path: string): boolean {
  return /\.ya?ml$/.test(path);
}

/**
 * Runs a submitted experiment file: it is no safer than code, so it is read nowhere but here.
 * @param folder the runtime's own folder
 * @throws SubmissionFault with what is wrong in the file, each with its line
 */
export async function answerExperiment(
  request: ExperimentRequest,
  files: LoadRequest['files'],
  folder: string,
): Promise<ExperimentAnswer> {
  const overrides = request.overrides.map((override) =>
    typeof override === 'string' ? override : { ...override, ...textOf(override.file, files) },
  );
  const source = textOf(request.file, files);
  const answer = await loadExperiments(folder).answerExperiment(source, { ...request, overrides }, folder);
  if (!('refusal' in answer)) return answer;
  throw new SubmissionFault(answer.refusal, { name: 'ExperimentProblems', ...answer.place });
}

function textOf(file: string, files: LoadRequest['files']): SourceText {
  const bytes = Object.hasOwn(files, file) ? files[file] : undefined;
  if (bytes === undefined) {
    throw new SubmissionFault(`is missing; there is ${Object.keys(files).join(', ')}`, { file });
  }
  return { file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
}
