import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { START_FILE, type Launch, type StudentRuntime } from '../submission/launch.ts';

/** A student runtime whose walls have fallen: submissions find Node's own `require` and `process`, and where they are. */
export interface OpenRuntime {
  /** Starts it as a level does. */
  at(launch: Launch): Launch;
  remove(): void;
}

/**
 * Copies the runtime, with one line before all others that gives its powers away. An attack that gets no further with
 * them is stopped by the level of isolation, not by what the runtime hides.
 */
export function openDoors({ folder }: StudentRuntime): OpenRuntime {
  const copy = mkdtempSync(join(tmpdir(), 'descent-open-doors-'));
  chmodSync(copy, 0o755);
  for (const name of readdirSync(folder)) {
    if (/\.(cjs|wasm|cache)$/.test(name)) copyFileSync(join(folder, name), join(copy, name));
  }
  const start = readFileSync(join(folder, START_FILE), 'utf8');
  writeFileSync(
    join(copy, START_FILE),
    `globalThis.node = { load: require, process, here: __dirname };\n${start}`,
  );
  return {
    at: (launch) => (runtime, limits) => launch({ ...runtime, folder: copy }, limits),
    remove() {
      rmSync(copy, { recursive: true, force: true });
    },
  };
}
