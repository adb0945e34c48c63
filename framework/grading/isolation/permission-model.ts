import { join } from 'node:path';
import process from 'node:process';
import { unprotected, type Launch } from '../submission/launch.ts';

/**
 * Level "limited": Node's permission model takes away files, programs and threads (and from Node 25 on the network)
 * from JavaScript. Not a boundary: a fault in Node or a signal passes it. Works on every system.
 * @param flag how this version of Node switches it on
 */
export function permissionModel(flag: string): Launch {
  return (runtime, limits) => {
    const plain = unprotected(runtime, limits);
    const options = [flag, `--allow-fs-read=${join(runtime.folder, '*')}`];
    return { ...plain, arguments: [...options, ...plain.arguments] };
  };
}

/** The option of this Node that switches the permission model on: it was experimental before 22.13 and 23.5. */
export function permissionFlag(
  known: ReadonlySet<string> = process.allowedNodeEnvironmentFlags,
): string | undefined {
  return ['--permission', '--experimental-permission'].find((flag) => known.has(flag));
}
