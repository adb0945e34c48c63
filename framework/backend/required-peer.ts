import * as tf from '#tensorflow';
import { BackendError, type BackendName } from './backend.ts';
import { findPeer, type Peer } from './peer.ts';

/**
 * Finds the packages that a backend is made of.
 * @param names packages; those of TensorFlow.js must have the version of Descent's own
 * @throws BackendError when one is missing or has another version.
 */
export function requirePeers(backend: BackendName, names: readonly string[], project: string): Peer[] {
  const install = `Install ${names.length > 1 ? 'them' : 'it'} in your project with: ${installCommand(names)}`;
  const found = names.map((name) => findPeer(name, project));
  const missing = names.filter((_, index) => found[index] === undefined);
  if (missing.length > 0) {
    throw new BackendError(backend, {
      reason:
        missing.length > 1
          ? `The backend ${backend} needs the packages ${missing.join(' and ')}, which are not installed.`
          : `The backend ${backend} needs the package ${missing.join()}, which is not installed.`,
      fix: install,
    });
  }
  const peers = found.filter((peer) => peer !== undefined);
  for (const { name, version } of peers) {
    if (name.startsWith('@tensorflow/') && version !== tf.version_core) {
      throw new BackendError(backend, {
        reason: `The backend ${backend} needs ${name} in version ${tf.version_core}, but version ${version} is installed.`,
        fix: install,
      });
    }
  }
  return peers;
}

/** Loads a package. @throws BackendError when it does not load, with the first line of its own complaint. */
export async function importPeer(
  backend: BackendName,
  peer: Peer,
  fix = `Install it again with: ${installCommand([peer.name])}`,
): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await peer.import();
  } catch (cause) {
    throw new BackendError(backend, {
      reason: `The package ${peer.name} ${peer.version} is installed but does not load: ${firstLine(cause)}`,
      fix,
      cause,
    });
  }
}

/** The first line of an error's message, ended like a sentence. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.split(/\r?\n/, 1)[0]!.trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

function installCommand(names: readonly string[]): string {
  const packages = names.map((name) =>
    name.startsWith('@tensorflow/') ? `${name}@${tf.version_core}` : name,
  );
  return `npm install ${packages.join(' ')}`;
}
