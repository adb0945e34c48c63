import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { availableParallelism, cpus } from 'node:os';
import { BACKENDS, type BackendName } from './backend.ts';
import type { KernelMode } from './kernels/fast/kernel-module.ts';
import type { Speed } from './measure.ts';

/** What was found about one backend. */
export type BackendDiagnosis =
  | {
      readonly name: BackendName;
      readonly loads: true;
      readonly description: string;
      /** How Descent's training kernels compute, on `wasm`; null where others do. */
      readonly mode: KernelMode | null;
      /** Why that is less than what was tried, in whole sentences; null where it is not. */
      readonly shortfall: string | null;
      readonly versions: Readonly<Record<string, string>>;
      /** From the choice to being ready, packages loaded. */
      readonly startMilliseconds: number;
      readonly speed: Speed;
    }
  | {
      readonly name: BackendName;
      readonly loads: false;
      /** Why not, one sentence. */
      readonly reason: string;
      /** What to do, one sentence. */
      readonly fix: string;
    };

/** What `descent doctor` tells about a machine. */
export interface Diagnosis {
  readonly node: { readonly version: string; readonly supported: boolean; readonly needed: string };
  /** Operating system and processor architecture as Node names them: `linux x64`. */
  readonly platform: string;
  readonly processor: { readonly model: string; readonly cores: number };
  /** In the order in which `auto` tries them. */
  readonly backends: readonly BackendDiagnosis[];
}

/** The first Node version with all that Descent uses. */
const OLDEST_NODE = 20;

/**
 * Looks at the machine and tries every backend, `wasm` in both modes, one after the other, each in a process of its own: one that
 * crashes, hangs or measures slowly disturbs no other. Takes a few seconds.
 * @param options.project folder from which the user's packages are found; by default the working directory
 * @param options.backends which to try; by default all
 * @param options.timeLimit milliseconds after which a backend counts as hanging; by default a minute
 */
export async function diagnose(
  options: { project?: string; backends?: readonly BackendName[]; timeLimit?: number } = {},
): Promise<Diagnosis> {
  const { project = process.cwd(), timeLimit = 60_000 } = options;
  const backends: BackendDiagnosis[] = [];
  for (const name of options.backends ?? BACKENDS) {
    const found = await tryBackend({ name, mode: 'reproducible', project }, timeLimit);
    backends.push(found);
    // Where our kernels do not start in the one mode, they do not in the other either.
    if (found.loads && found.mode !== null) {
      backends.push(await tryBackend({ name, mode: 'fast', project }, timeLimit));
    }
  }
  return {
    node: {
      version: process.version,
      supported: Number.parseInt(process.versions.node, 10) >= OLDEST_NODE,
      needed: `${OLDEST_NODE} or newer`,
    },
    platform: `${process.platform} ${process.arch}`,
    processor: { model: cpus()[0]?.model.trim() ?? 'unknown', cores: availableParallelism() },
    backends,
  };
}

/** Tries one backend in a process of its own. Never rejects: whatever happens there is a finding. */
function tryBackend(
  { name, mode, project }: { name: BackendName; mode: KernelMode; project: string },
  timeLimit: number,
): Promise<BackendDiagnosis> {
  const broken = (reason: string): BackendDiagnosis => ({
    name,
    loads: false,
    reason,
    fix: 'Its native part does not suit this machine; install it again or use the backend wasm.',
  });
  return new Promise((resolve) => {
    const child = fork(createRequire(import.meta.url).resolve('#probe'), [name, mode, project], {
      // Packages print what they like; only the channel counts.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      timeout: timeLimit,
      killSignal: 'SIGKILL',
    });
    child.on('message', (message) => {
      resolve(message as BackendDiagnosis);
    });
    child.on('error', (error) => {
      resolve(broken(`The backend ${name} could not be tried: ${error.message}.`));
    });
    // After a message this settles nothing any more: a crash on the way out does no harm.
    child.on('close', (code, signal) => {
      if (child.killed) resolve(broken(`The backend ${name} did not answer within ${timeLimit / 1000} s.`));
      else resolve(broken(`The backend ${name} ended its process (${signal ?? `exit code ${code}`}).`));
    });
  });
}
