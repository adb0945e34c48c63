import { SourceMap } from 'node:module';
import { compileFunction } from 'node:vm';
import { transform } from 'sucrase';
import { splitExportedDeclarations } from './split-exports.ts';
import { SubmissionFault } from './submission-fault.ts';

/** A place in a file, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

type ModuleFunction = (exports: object, module: object, require: (name: string) => unknown) => void;

/** A file of the student's, compiled and not yet run. */
export interface CompiledModule {
  /** Runs it. */
  run(module: { exports: object }, require: (name: string) => unknown): void;
  /** Where in the student's source a place of the compiled code comes from. */
  sourcePosition(compiled: Position): Position;
}

/**
 * Compiles TypeScript to a function with the parameters of a CommonJS module. Types are removed, not checked.
 * @param path the name that stack traces show
 * @throws SubmissionFault when it is no TypeScript; with its position.
 */
export function compileModule(path: string, source: string): CompiledModule {
  const { code, sourceMap } = toJavaScript(path, source);
  let map: SourceMap | undefined;
  const sourcePosition = ({ line, column }: Position): Position => {
    map ??= new SourceMap({ ...sourceMap, file: path, sourcesContent: [], sourceRoot: '' });
    const entry = map.findEntry(line - 1, column - 1);
    return 'originalLine' in entry
      ? { line: entry.originalLine + 1, column: entry.originalColumn + 1 }
      : { line, column };
  };

  try {
    const run = compileFunction(code, ['exports', 'module', 'require'], {
      filename: path,
    }) as ModuleFunction;
    return {
      run: (module, require) => {
        run(module.exports, module, require);
      },
      sourcePosition,
    };
  } catch (error) {
    throw faultOfV8(error as Error, path, sourcePosition);
  }
}

function toJavaScript(path: string, source: string) {
  try {
    const { code, sourceMap } = transform(splitExportedDeclarations(source), {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
      // A module that does not exist is a mistake even where nothing of it is used.
      keepUnusedImports: true,
      filePath: path,
      sourceMapOptions: { compiledFilename: path },
    });
    return { code, sourceMap: sourceMap! };
  } catch (error) {
    // Sucrase writes the path before and the position after what is wrong.
    const { message, loc } = error as Error & { loc?: Position };
    const words = message.replace(`Error transforming ${path}: `, '').replace(/ \(\d+:\d+\)$/, '');
    throw new SubmissionFault(words, { name: 'SyntaxError', file: path, ...loc });
  }
}

/** What sucrase lets pass V8 finds; its position stands only in the text of the stack: path:line, code, caret. */
function faultOfV8(
  error: Error,
  path: string,
  sourcePosition: (compiled: Position) => Position,
): SubmissionFault {
  const lines = (error.stack ?? '').split('\n');
  const line = Number(/:(\d+)$/.exec(lines[0] ?? '')?.[1]);
  const column = (lines[2] ?? '').indexOf('^') + 1;
  const place = line > 0 && column > 0 ? sourcePosition({ line, column }) : {};
  return new SubmissionFault(error.message, { name: 'SyntaxError', file: path, ...place });
}
