import { posix } from 'node:path';
import type { LoadRequest } from '../protocol.ts';
import { compileModule, type CompiledModule } from './compile.ts';
import { studentModule } from './student-api.ts';
import { SubmissionFault, type FaultPlace } from './submission-fault.ts';

/** The submitted files, compiled when they are first imported. */
export interface StudentModules {
  /** Forgets the files of a submission before, and runs the entry file. @returns its exports */
  load(request: LoadRequest): Record<string, unknown>;
  /** Runs a file of the tests'. @returns its exports */
  runFixture(source: Uint8Array): Record<string, unknown>;
  /** The place in the student's source behind a place in compiled code; undefined when the file is not theirs. */
  locate(file: string, line: number, column: number): FaultPlace | undefined;
}

/** The endings that an import may leave out or write as JavaScript. */
const ENDINGS = ['', '.ts', '/index.ts'];

/** No files yet. */
export function createModules(): StudentModules {
  const compiled = new Map<string, CompiledModule>();
  const running = new Map<string, { exports: object }>();
  let files: LoadRequest['files'] = {};

  const run = (path: string): object => {
    const known = running.get(path);
    // Also a module that is still running: files may import one another in a circle.
    if (known !== undefined) return known.exports;
    const code = compileModule(path, decode(files[path]!));
    compiled.set(path, code);
    const module = { exports: {} };
    running.set(path, module);
    code.run(module, (name) => resolve(name, path));
    return module.exports;
  };

  const resolve = (name: string, from: string): object => {
    if (name === 'descent') return studentModule;
    if (!name.startsWith('.')) {
      throw new SubmissionFault(
        `imports "${name}", but an exercise can import only "descent" and its own files`,
      );
    }
    const wanted = posix.join(posix.dirname(from), name);
    const path = [wanted, wanted.replace(/\.js$/, '')]
      .flatMap((base) => ENDINGS.map((ending) => base + ending))
      .find((candidate) => Object.hasOwn(files, candidate));
    if (path !== undefined) return run(path);
    throw new SubmissionFault(
      `imports "${name}", but there is no such file; there is ${Object.keys(files).join(', ')}`,
    );
  };

  return {
    load(request) {
      compiled.clear();
      running.clear();
      files = request.files;
      return run(request.entry) as Record<string, unknown>;
    },
    runFixture(source) {
      const module = { exports: {} };
      // A name that no submitted file can have: its frames are not the student's.
      compileModule('<fixture>', decode(source)).run(module, (name) => resolve(name, '<fixture>'));
      return module.exports;
    },
    locate(file, line, column) {
      const code = compiled.get(file);
      return code === undefined ? undefined : { file, ...code.sourcePosition({ line, column }) };
    },
  };
}

function decode(source: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(source);
}
