import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import process from 'node:process';
import { FIXED_ENVIRONMENT, START_FILE, type Launch } from '../submission/launch.ts';
import { RUNTIME_MEGABYTES, type SubmissionLimits } from '../submission/limits.ts';

/** What runs containers, and from which image. */
export interface ContainerEngine {
  readonly name: 'docker' | 'podman';
  /** Its path. */
  readonly command: string;
  /** An image in which `node` is found. */
  readonly image: string;
}

const RUNTIME_FOLDER = '/rt';
const NOBODY = '65534:65534';

/**
 * Level "isolated (container)": a container of Docker or Podman for each submission, without network, rights or
 * anything to write. For where bubblewrap is not to be had: macOS, Windows. Starts four times as slowly.
 *
 * Killing the engine's client does not end the container: `stop` does. Should this program itself be killed during an
 * endless loop, the container ends when its processor time is used up.
 */
export function container(engine: ContainerEngine): Launch {
  return (runtime, limits) => {
    const name = `descent-${randomUUID()}`;
    return {
      command: engine.command,
      arguments: [
        ...['run', '--rm', '--interactive', '--pull', 'never', '--name', name, '--log-driver', 'none'],
        ...boundaryOptions(engine),
        ...limitOptions(limits),
        ...Object.entries(FIXED_ENVIRONMENT).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
        '--mount',
        `type=bind,source=${realpathSync(runtime.folder)},target=${RUNTIME_FOLDER},readonly`,
        ...['--workdir', '/', '--entrypoint', 'node', engine.image],
        // No code cache: the image may have another Node than the one that made it.
        ...[...runtime.nodeArguments, `${RUNTIME_FOLDER}/${START_FILE}`, ''],
      ],
      // For the client, which finds the engine by it; the container sees none of it.
      environment: definedVariables(process.env),
      workingFolder: runtime.folder,
      reportsSignalsAsCodes: true,
      // The kernel kills what needs more than its container may have. V8's abort ends in a segmentation fault, as the
      // first process of a container is spared by SIGABRT.
      memorySignals: ['SIGKILL', 'SIGSEGV'],
      stop: { command: engine.command, arguments: ['rm', '--force', name] },
    };
  };
}

/** Podman would mount places to write in a read-only container; both would mount shared memory. */
function boundaryOptions({ name }: ContainerEngine): string[] {
  return [
    ...['--network', 'none', '--ipc', 'none', '--hostname', 'sandbox', '--user', NOBODY],
    ...['--read-only', ...(name === 'podman' ? ['--read-only-tmpfs=false'] : [])],
    ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
  ];
}

/** Podman raises limits that are not given to the system's maximum, for which it may lack the right. */
function limitOptions({ memoryMegabytes, processorSeconds }: SubmissionLimits): string[] {
  const memory = `${memoryMegabytes + RUNTIME_MEGABYTES}m`;
  const limits = [
    'core=0:0',
    'fsize=0:0',
    'nofile=64:64',
    'nproc=4096:4096',
    `cpu=${processorSeconds}:${processorSeconds + 1}`,
  ];
  return [
    ...['--pids-limit', '64', '--memory', memory, '--memory-swap', memory],
    ...limits.flatMap((limit) => ['--ulimit', limit]),
  ];
}

function definedVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
