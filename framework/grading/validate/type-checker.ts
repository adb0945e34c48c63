import { createRequire } from 'node:module';
import { join } from 'node:path';
import type TypeScript from 'typescript';
import type { Problem } from '../../document/problem.ts';
import { placeAt } from '../../document/source-text.ts';

/** Checks the types of files as an editor of this kit would. */
export interface TypeChecker {
  /**
   * What is wrong in one file.
   * @param path one of those that the checker was made for
   * @param name what messages call it
   */
  problemsIn(path: string, name: string): readonly Problem[];
}

/** As strict as the kit's own tsconfig.json, for a kit that has none. */
const DEFAULT_OPTIONS = {
  target: 'ES2022',
  lib: ['ES2023'],
  module: 'ESNext',
  moduleResolution: 'bundler',
  allowImportingTsExtensions: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  types: [],
};

/**
 * A type checker for the given files. They share one program, which is made when the first is checked: most of its time goes into
 * the types of TensorFlow.js.
 * @returns undefined where TypeScript is not installed, as it is a dependency of authors only
 */
export function createTypeChecker(root: string, paths: readonly string[]): TypeChecker | undefined {
  const typescript = loadTypeScript(root);
  if (typescript === undefined) return undefined;
  let program: TypeScript.Program | undefined;
  return {
    problemsIn(path, name) {
      program ??= typescript.createProgram([...paths], optionsOf(typescript, root));
      const file = program.getSourceFile(path);
      if (file === undefined) throw new Error(`${path} is not among the files of this checker`);
      return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
        ({ start = 0, length = 1, messageText, code }) => ({
          file: name,
          place: placeAt({ file: name, text: file.text }, start, start + length),
          message: `TS${code}: ${typescript.flattenDiagnosticMessageText(messageText, '\n')}`,
        }),
      );
    },
  };
}

/** The one of the kit, or the one beside the framework. */
function loadTypeScript(root: string): typeof TypeScript | undefined {
  for (const from of [join(root, 'package.json'), import.meta.url]) {
    try {
      return createRequire(from)('typescript') as typeof TypeScript;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return undefined;
}

function optionsOf(typescript: typeof TypeScript, root: string): TypeScript.CompilerOptions {
  const path = join(root, 'tsconfig.json');
  const text = typescript.sys.readFile(path);
  const written =
    text === undefined
      ? DEFAULT_OPTIONS
      : (
          typescript.parseConfigFileTextToJson(path, text).config as
            { readonly compilerOptions?: unknown } | undefined
        )?.compilerOptions;
  const { options } = typescript.convertCompilerOptionsFromJson(written, root);
  // Its own file of what is known already would be written by whoever checks the whole kit.
  const { tsBuildInfoFile: _, ...rest } = options;
  return { ...rest, noEmit: true, incremental: false };
}
