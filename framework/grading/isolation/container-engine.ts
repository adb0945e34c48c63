import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { adviceForContainer, CONTAINER_ADVICE } from './advice.ts';
import type { ContainerEngine } from './container.ts';
import { findProgram } from './find-program.ts';
import { LevelUnavailable } from './level.ts';

/** The official image with this very version of Node. */
export const DEFAULT_IMAGE = `docker.io/library/node:${process.versions.node}-slim`;

/** What finding an engine depends on; in tests another machine. */
export interface EngineFinder {
  find(program: string): string | undefined;
  /** What a program says on standard error; undefined when it succeeds. */
  complaint(command: string, parameters: readonly string[]): string | undefined;
}

const thisMachine: EngineFinder = {
  find: (program) => findProgram(process.platform === 'win32' ? `${program}.exe` : program),
  complaint(command, parameters) {
    const { status, stderr, error } = spawnSync(command, parameters, {
      encoding: 'utf8',
      windowsHide: true,
      timeout: 10_000,
    });
    return status === 0 ? undefined : (error?.message ?? stderr.trim());
  },
};

/**
 * Finds an engine that answers and has the image. Nothing is fetched: that is for the user to decide.
 * @throws LevelUnavailable that says what each engine lacks
 */
export function findContainerEngine(
  image = DEFAULT_IMAGE,
  machine: EngineFinder = thisMachine,
): ContainerEngine {
  const lacks: { readonly reason: string; readonly advice: string }[] = [];
  for (const name of ['docker', 'podman'] as const) {
    const command = machine.find(name);
    if (command === undefined) continue;
    const complaint = machine.complaint(command, ['image', 'inspect', image]);
    if (complaint === undefined) return { name, command, image };
    const [said = ''] = complaint.split('\n');
    lacks.push({ reason: `${name} says: ${said}`, advice: adviceForContainer(complaint, name, image) });
  }
  if (lacks.length === 0) {
    throw new LevelUnavailable(
      'container',
      'neither Docker nor Podman is installed',
      CONTAINER_ADVICE.install,
    );
  }
  throw new LevelUnavailable(
    'container',
    lacks.map(({ reason }) => reason).join('; '),
    [...new Set(lacks.map(({ advice }) => advice))].filter((advice) => advice !== '').join('\n'),
  );
}
