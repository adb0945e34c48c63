import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { ProblemsError, type Problem } from '../../document/problem.ts';
import type { SourceText } from '../../document/source-text.ts';
import { didYouMean, suggest } from '../../document/suggest.ts';
import type { Exercise } from './kit.ts';
import { declarationsIn, renamedImportsIn, renameDeclaration, type Declaration } from './mutant-source.ts';
import { readFiles, type TextFiles } from './read-files.ts';

/** A wrong answer to an exercise: its solution with some functions or a whole file replaced. */
export interface Mutant {
  /** Name of its file without the extension: `sum-instead-of-mean`. */
  readonly name: string;
  /** Title of the check that must reject it. */
  readonly rejectedBy: string;
  /** The files to grade, as a submission's. */
  readonly files: TextFiles;
}

const FIRST_LINE = /^(?:\/\*\*\s*(?:\* )?|# )Rejected by:[ \t]*(?<title>.*?)[ \t]*(?:\*\/)?$/m;

/**
 * Loads the wrong answers of an exercise, `graders/NN-id/mutants/*.ts` and `*.yaml`. Each begins with a comment whose first line
 * is `Rejected by: <title of the check>`. Every exported function and class of a TypeScript mutant replaces the one of that
 * name in the solution, so that all others call the wrong one. With `import { mse as rightMse } from '…/solutions/…'` a
 * wrong function calls the right one that it replaces. A YAML mutant replaces a whole file: `slow.yaml` the first YAML file
 * of the answer, `slow.study.yaml` its `study.yaml`.
 * @returns none where there are none; by name
 * @throws ProblemsError, located, for a mutant without that line or with a function or file that the solution lacks
 */
export async function loadMutants({ manifest, graders, solution }: Exercise): Promise<readonly Mutant[]> {
  const folder = join(graders, 'mutants');
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => ['.ts', '.yaml'].includes(extname(name))).sort();
  const label = `graders/${manifest.id}/mutants`;
  const sources = await readFiles(folder, names, label);
  const solved = await readFiles(solution, manifest.files, `solutions/${manifest.id}`);
  const problems: Problem[] = [];
  const mutants: Mutant[] = [];
  for (const [name, text] of Object.entries(sources)) {
    const source = { file: `${label}/${name}`, text };
    const rejectedBy = firstCommentOf(text);
    if (rejectedBy === undefined) {
      problems.push({
        file: source.file,
        message: 'no check is named that rejects this mutant',
        expected: 'a comment at the top whose first line is "Rejected by: <title of a check>"',
      });
      continue;
    }
    const files =
      extname(name) === '.yaml' ? replaceFile(solved, source, problems) : splice(solved, source, problems);
    mutants.push({ name: name.slice(0, -extname(name).length), rejectedBy, files });
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return mutants;
}

function firstCommentOf(text: string): string | undefined {
  const match = FIRST_LINE.exec(text);
  const title = match?.groups?.title;
  if (match === null || title === undefined || title === '') return undefined;
  // In YAML other comments may come before it, such as the line that names the schema for editors.
  const before = text.slice(0, match.index).split('\n');
  return before.every((line) => line === '' || line.startsWith('#')) ? title : undefined;
}

function replaceFile(solved: TextFiles, { file, text }: SourceText, problems: Problem[]): TextFiles {
  const names = Object.keys(solved).filter((each) => extname(each) === '.yaml');
  const [, wanted = names[0]] = /\.(.+\.yaml)$/.exec(basename(file)) ?? [];
  if (wanted !== undefined && names.includes(wanted)) return { ...solved, [wanted]: text };
  problems.push(
    wanted === undefined
      ? {
          file,
          message: 'the exercise has no YAML file that it could replace',
          fix: 'Write the mutant in TypeScript.',
        }
      : {
          file,
          message: `the exercise has no file ${wanted}, which it would replace`,
          fix: didYouMean(wanted, names) ?? `It has ${names.join(', ')}.`,
        },
  );
  return solved;
}

/** The solution with the declarations of a mutant in place of its own. */
function splice(solved: TextFiles, source: SourceText, problems: Problem[]): TextFiles {
  const files: Record<string, string> = { ...solved };
  const { declarations, imported, problems: found } = declarationsIn(source);
  problems.push(...found);
  for (const declaration of declarations) {
    const place = findDeclaration(files, declaration.name);
    if (place === undefined) {
      problems.push(unknownName(source, declaration, files));
      continue;
    }
    const lines = files[place.file]!.split('\n');
    lines.splice(place.line - 1, place.lines.length, ...declaration.lines);
    files[place.file] = addImports(lines.join('\n'), imported);
  }
  for (const { name, alias, place } of renamedImportsIn(source)) {
    const original = findDeclaration(solved, name);
    if (original === undefined) {
      problems.push(unknownName(source, { name, place }, solved));
      continue;
    }
    const renamed = renameDeclaration(original, alias).join('\n');
    files[original.file] = `${files[original.file]!}\n${renamed}\n`;
  }
  return files;
}

function findDeclaration(
  files: TextFiles,
  name: string,
): (Declaration & { readonly file: string }) | undefined {
  for (const [file, text] of Object.entries(files)) {
    const found = declarationsIn({ file, text }).declarations.find((each) => each.name === name);
    if (found !== undefined) return { ...found, file };
  }
  return undefined;
}

function unknownName(
  { file }: SourceText,
  { name, place }: Pick<Declaration, 'name' | 'place'>,
  files: TextFiles,
): Problem {
  const names = Object.entries(files).flatMap(([each, text]) =>
    declarationsIn({ file: each, text }).declarations.map((declaration) => declaration.name),
  );
  const guess = suggest(name, names);
  return {
    file,
    place,
    message: `the solution exports no function or class "${name}"`,
    ...(guess === undefined
      ? { expected: names.join(', ') || 'one that the solution exports' }
      : { fix: `Did you mean "${guess}"?` }),
  };
}

/** A wrong answer may use more of `descent` than the solution does. */
function addImports(text: string, imported: readonly string[]): string {
  const present = declarationsIn({ file: '', text }).imported;
  const missing = imported.filter((name) => !present.includes(name));
  return missing.length === 0 ? text : `import { ${missing.join(', ')} } from 'descent';\n${text}`;
}
