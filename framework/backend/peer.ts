import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A package that the user may have installed beside Descent. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  /** Loads it. */
  import(): Promise<Readonly<Record<string, unknown>>>;
}

/**
 * Looks for an optional package, first from the user's project, then from Descent's own place, so that it is
 * found wherever npm or the user put it. Nothing of it runs yet.
 * @param name e.g. `@tensorflow/tfjs-node`
 * @param project folder from which the user's packages are found
 * @returns undefined when it is not installed
 */
export function findPeer(name: string, project: string): Peer | undefined {
  for (const from of [pathToFileURL(join(project, 'package.json')).href, import.meta.url]) {
    const entry = resolveFrom(from, name);
    if (entry !== undefined) {
      return {
        name,
        version: packageVersion(entry, name),
        async import() {
          return (await import(pathToFileURL(entry).href)) as Record<string, unknown>;
        },
      };
    }
  }
  return undefined;
}

/** The version of a package that Descent itself depends on. */
export function ownPackageVersion(name: string): string {
  return packageVersion(ownPackageEntry(name), name);
}

/** The file that a package which Descent itself depends on is entered by. */
export function ownPackageEntry(name: string): string {
  return createRequire(import.meta.url).resolve(name);
}

function resolveFrom(from: string, name: string): string | undefined {
  try {
    return createRequire(from).resolve(name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Reads the nearest package.json above the entry that bears the name: `exports` may hide it from `require`. */
function packageVersion(entry: string, name: string): string {
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = readManifest(join(folder, 'package.json'));
    if (manifest?.name === name) return manifest.version ?? 'unknown';
  }
  return 'unknown';
}

function readManifest(file: string): { name?: string; version?: string } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
