import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BuildFailure, Message } from 'esbuild';
import type { AnyComponent } from '../../component/component.ts';
import type { Registry } from '../../component/registry.ts';
import { locate, valueAt, type LoadedDocument } from '../../document/document.ts';
import type { Problem } from '../../document/problem.ts';
import { didYouMean } from '../../document/suggest.ts';
import { importTypeScript } from './import-typescript.ts';

/**
 * Adds the components that an experiment brings along (`use: ['./my-layer.ts']`) to a registry. Each file is
 * compiled and run in this process; its `import … from 'descent'` gets the running framework, so that TensorFlow.js and
 * the components exist once.
 * @returns the registry with them, and what is wrong with the files
 */
export async function useComponents(
  document: LoadedDocument,
  directory: string,
  registry: Registry,
): Promise<{ readonly registry: Registry; readonly problems: readonly Problem[] }> {
  const files = valueAt(document.value, ['use']);
  const problems: Problem[] = [];
  let extended = registry;
  // Whether it is a list of texts is for validation to say.
  for (const [index, file] of (Array.isArray(files) ? files : []).entries()) {
    if (typeof file !== 'string') continue;
    const report = (words: Omit<Problem, 'file' | 'place'>) => {
      const place = locate(document, ['use', index]);
      problems.push({ file: place.file, place, ...words });
    };
    const loaded = await loadModule(resolve(directory, file), file, report);
    if ('problems' in loaded) problems.push(...loaded.problems);
    else extended = register(loaded.exports, file, extended, report);
  }
  return { registry: extended, problems };
}

type Report = (words: Omit<Problem, 'file' | 'place'>) => void;

type Loaded =
  { readonly exports: Readonly<Record<string, unknown>> } | { readonly problems: readonly Problem[] };

async function loadModule(path: string, name: string, report: Report): Promise<Loaded> {
  if (!existsSync(path)) {
    report({ message: `there is no file ${name}`, fix: 'Name it relative to the experiment file.' });
    return { problems: [] };
  }
  try {
    return { exports: await importTypeScript(path) };
  } catch (error) {
    if (isBuildFailure(error))
      return { problems: error.errors.map((message) => compileProblem(message, name)) };
    report({
      message: `${name} failed when it was loaded: ${error instanceof Error ? error.message : String(error)}`,
      fix: 'Let the file only define components; work belongs into their functions.',
    });
    return { problems: [] };
  }
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

function compileProblem({ text, location }: Message, name: string): Problem {
  const message = `this cannot be compiled: ${text}`;
  if (!location) return { file: name, message };
  // esbuild counts columns in bytes.
  const before = Buffer.from(location.lineText).subarray(0, location.column).toString();
  const place = {
    file: name,
    line: location.line,
    column: before.length + 1,
    length: Math.max(1, location.length),
    sourceLine: location.lineText,
  };
  return { file: name, place, message };
}

function register(
  exports: Readonly<Record<string, unknown>>,
  file: string,
  registry: Registry,
  report: Report,
): Registry {
  const found = [...new Set(Object.values(exports).flat())].filter(isComponent);
  if (found.length === 0) {
    report({
      message: `${file} exports no component`,
      expected: 'export const myLayer = defineComponent({ kind, type, summary, options, example, build })',
    });
  }
  let extended = registry;
  const kinds = [...new Set(registry.components.map(({ kind }) => kind as string))];
  for (const component of found) {
    const { kind, type } = component;
    if (!kinds.includes(kind)) {
      const fix = didYouMean(kind, kinds);
      report({
        message: `${file} defines "${type}" of the unknown kind "${kind}"`,
        ...(fix === undefined ? { expected: `one of ${kinds.join(', ')}` } : { fix }),
      });
    } else if (extended.find(kind, type)) {
      report({
        message: `${file} defines the ${kind} "${type}", but there is one already`,
        fix: 'Choose another type.',
      });
    } else {
      extended = extended.with([component]);
    }
  }
  return extended;
}

function isComponent(value: unknown): value is AnyComponent {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, type, options, build } = value as Record<string, unknown>;
  return (
    typeof kind === 'string' &&
    typeof type === 'string' &&
    typeof options === 'object' &&
    typeof build === 'function'
  );
}
