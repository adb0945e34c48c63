import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { START_FILE, type StudentRuntime } from './launch.ts';

let bundleHash: string | undefined;
const attempted = new Set<string>();

/**
 * The runtime with the code cache for these options of Node. V8 silently refuses a cache of another version,
 * other options or another bundle, so all three are in its name.
 */
export function findRuntime(nodeArguments: readonly string[]): StudentRuntime {
  const folder = dirname(createRequire(import.meta.url).resolve('#student-runtime'));
  bundleHash ??= createHash('sha256')
    .update(readFileSync(join(folder, 'runtime.cjs')))
    .digest('hex');
  const key = createHash('sha256')
    .update(JSON.stringify([process.version, process.versions.v8, process.arch, nodeArguments, bundleHash]))
    .digest('hex');
  return { folder, nodeArguments, codeCache: `code-${key.slice(0, 16)}.cache` };
}

/**
 * Starts making the code cache if there is none, in the background: processes that start meanwhile do without.
 * Tried once; where the folder cannot be written, every start takes 25 ms longer and nothing else happens.
 */
export function prepareCodeCache({ folder, nodeArguments, codeCache }: StudentRuntime): void {
  if (attempted.has(codeCache)) return;
  attempted.add(codeCache);
  if (existsSync(join(folder, codeCache))) return;
  const options = [...nodeArguments, join(folder, START_FILE), codeCache, '--write'];
  spawn(process.execPath, options, { stdio: 'ignore', windowsHide: true })
    .on('error', () => undefined)
    .unref();
}

/** Makes the code cache again: a process found that V8 refuses it. */
export function replaceCodeCache(runtime: StudentRuntime): void {
  rmSync(join(runtime.folder, runtime.codeCache), { force: true });
  attempted.delete(runtime.codeCache);
  prepareCodeCache(runtime);
}
