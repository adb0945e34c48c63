import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import type { Problem } from '../../document/problem.ts';
import type { Exercise } from '../kit/kit.ts';
import { readFiles } from '../kit/read-files.ts';
import { blockLines } from '../validate/solution-lines.ts';
import type { KitFiles } from './kit-files.ts';

/** So many words in a row are a quotation, in what students read. */
const WORDS = 5;
/** In the code of visible checks and of data sets the same loops, calls and idioms recur: `const { training } = await student.run(…)`. */
const WORDS_OF_CODE = 10;

/** Files of `graders/NN-id` with hidden checks: `hidden.grader.ts`, and `hidden-NAME.ts` where it is divided. */
const HIDDEN = /^hidden[.-].*\.ts$/;
/** Paths that no kit may have. */
const FORBIDDEN = /(?:^|\/)(?:solutions|mutants)\/|^graders\/[^/]+\/hidden[.-]/;
/**
 * Where nothing is looked for: what is not made of words, manifests, starters, and what describes the framework, whose documents
 * show any layer.
 */
const UNSEARCHED =
  /\.(?:tgz|h5|gz|png|wasm|npy|idx|csv)$|\/exercise\.yaml$|^(?:starters|schemas)\/|^package-lock\.json$/;

/** What students must not get, by its name alone. */
export function forbiddenPaths(paths: readonly string[]): readonly Problem[] {
  return paths
    .filter((path) => FORBIDDEN.test(path))
    .map((path) => ({ file: path, message: 'this file is not for students' }));
}

/** A stretch of a hidden grader or of a solution, word after word. */
interface Secret {
  readonly file: string;
  readonly words: readonly string[];
}

/**
 * Looks for what students must not get in a kit: solutions, hidden checks and wrong answers as files, and five words in a row of
 * a solution's marked parts or of a hidden grader's code anywhere in what they read; ten in the code of visible checks and of data sets. Words
 * are names, keywords and numbers; numbers alone count in the same exercise. Not counted are the titles of hidden checks and other texts in quotes, which lessons
 * name, what the starter shows anyway, and the manifest, whose hints come near on purpose (`descent validate` proves that
 * they are not the answer).
 * @param exercises all of the repository, not only those in the kit
 */
export async function findLeaks(
  files: KitFiles,
  exercises: readonly Exercise[],
): Promise<readonly Problem[]> {
  const problems = [...forbiddenPaths([...files.keys()])];
  const secrets = (await Promise.all(exercises.map(secretsOf))).flat();
  const given = new Map(
    [...files]
      .filter(([path]) => path.startsWith('starters/'))
      .map(([path, text]) => [path, wordsOf(decode(text))]),
  );
  const shown = runsOf([...given.values()], WORDS);
  const long = runsOf(
    secrets.map(({ words }) => words),
    WORDS_OF_CODE,
  );
  const short = runsOf(
    secrets.map(({ words }) => words),
    WORDS,
  );
  for (const run of shown) short.delete(run);
  for (const [path, content] of files) {
    if (UNSEARCHED.test(path)) continue;
    const isCode = /^(?:graders|datasets)\/.*\.ts$/.test(path);
    const [length, known] = isCode ? [WORDS_OF_CODE, long] : [WORDS, short];
    const leak = firstLeak(wordsOf(decode(content)), length, (run) => {
      if (!known.has(run)) return undefined;
      const holding = secrets.filter(({ words }) => ` ${words.join(' ')} `.includes(` ${run} `));
      // Of many exercises some have the same few numbers in a row; a row of them means something in its own only.
      const isNumbers = /^[\d ]+$/.test(run);
      return holding.find(({ file }) => !isNumbers || exerciseOf(file) === exerciseOf(path))?.file;
    });
    if (leak === undefined) continue;
    problems.push({
      file: path,
      message: `this contains a part of ${leak.from}`,
      received: leak.run,
      fix: isCode
        ? 'Compute it in another way there: students could copy it.'
        : 'Say it in other words, or move it out of what students get.',
    });
  }
  return problems;
}

async function secretsOf({ manifest, solution, graders }: Exercise): Promise<readonly Secret[]> {
  const { id } = manifest;
  const secrets: Secret[] = [];
  if (existsSync(solution)) {
    const solved = await readFiles(solution, manifest.files, `solutions/${id}`);
    for (const [name, text] of Object.entries(solved)) {
      secrets.push({ file: `solutions/${id}/${name}`, words: wordsOf(blockLines(text).join('\n')) });
    }
  }
  const names = existsSync(graders) ? await readdir(graders) : [];
  const hidden = names.filter((name) => HIDDEN.test(name)).sort();
  for (const [name, text] of Object.entries(await readFiles(graders, hidden, `graders/${id}`))) {
    const pieces = codeOf(text).split(QUOTED);
    secrets.push(...pieces.map((piece) => ({ file: `graders/${id}/${name}`, words: wordsOf(piece) })));
  }
  return secrets;
}

/** Stands for a text in quotes, over which no run goes. */
const QUOTED = '\u0000';

/** A program without its imports, comments and texts in quotes. */
function codeOf(text: string): string {
  return text
    .replaceAll(/\/\*[^]*?\*\//g, ' ')
    .replaceAll(/^import [^;]*;$/gm, ' ')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, QUOTED)
    .replaceAll(/\/\/.*$/gm, ' ');
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_$]+/gu) ?? [];
}

function runsOf(texts: readonly (readonly string[])[], length: number): Set<string> {
  const runs = new Set<string>();
  for (const words of texts) {
    for (let at = 0; at + length <= words.length; at++) runs.add(words.slice(at, at + length).join(' '));
  }
  return runs;
}

/** The first run of words of which something says where it comes from. */
function firstLeak(
  words: readonly string[],
  length: number,
  sourceOf: (run: string) => string | undefined,
): { readonly run: string; readonly from: string } | undefined {
  for (let at = 0; at + length <= words.length; at++) {
    const run = words.slice(at, at + length).join(' ');
    const from = sourceOf(run);
    if (from !== undefined) return { run, from };
  }
  return undefined;
}

/** The exercise that a file belongs to: `02-line-gd` of `exercises/02-line-gd/README.md`. */
function exerciseOf(path: string): string | undefined {
  return path.split('/')[1];
}

function decode(content: Uint8Array): string {
  return new TextDecoder().decode(content);
}
