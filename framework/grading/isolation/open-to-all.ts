import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';

/** What a folder with programs for student processes holds; other files in it are still being written. */
const PROGRAM_FILE = /\.(cjs|wasm|cache)$/;
const copies = new Map<string, string>();

/**
 * A path with the same content that every user may read: submissions of root run as the user "nobody", who cannot
 * enter root's home. That path itself where it will do, else a copy, which is removed when this program ends.
 * @param path a file, or a folder with files
 */
export function openToAll(path: string): string {
  const real = realpathSync(path);
  if (isOpenToAll(real)) return real;
  let copy = copies.get(real);
  if (copy === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'descent-open-'));
    chmodSync(folder, 0o755);
    if (copies.size === 0) process.once('exit', removeCopies);
    copy = statSync(real).isDirectory() ? folder : join(folder, basename(real));
    copies.set(real, copy);
  }
  if (!statSync(real).isDirectory()) copyOnce(real, copy);
  else {
    for (const name of readdirSync(real)) {
      if (PROGRAM_FILE.test(name)) copyOnce(join(real, name), join(copy, name));
    }
  }
  return copy;
}

/** Whether every user may enter all folders on the way, and read what is at its end. */
function isOpenToAll(path: string): boolean {
  const needed = statSync(path).isDirectory() ? 0o005 : 0o004;
  if ((statSync(path).mode & needed) !== needed) return false;
  for (let at = dirname(path); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function copyOnce(from: string, to: string): void {
  if (existsSync(to)) return;
  const partial = `${to}.${process.pid}`;
  copyFileSync(from, partial);
  chmodSync(partial, 0o755);
  renameSync(partial, to);
}

function removeCopies(): void {
  for (const copy of copies.values()) {
    const folder = basename(copy).startsWith('descent-open-') ? copy : dirname(copy);
    rmSync(folder, { recursive: true, force: true });
  }
}
