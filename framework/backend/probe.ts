/**
 * The process in which `descent doctor` tries one backend: `node probe.js NAME MODE PROJECT` with a channel to the
 * parent. A native package may crash here without ending more than this process.
 */
import { BackendError, type BackendName } from './backend.ts';
import type { BackendDiagnosis } from './diagnose.ts';
import type { KernelMode } from './kernels/fast/kernel-module.ts';
import { measureSpeed } from './measure.ts';
import { firstLine } from './required-peer.ts';
import { prepareBackend } from './select.ts';

const [name, mode, project] = process.argv.slice(2) as [BackendName, KernelMode, string];

async function probe(): Promise<BackendDiagnosis> {
  try {
    const start = performance.now();
    const prepared = await prepareBackend(name, { mode, project });
    const startMilliseconds = performance.now() - start;
    return { ...prepared, loads: true, startMilliseconds, speed: await measureSpeed() };
  } catch (error) {
    if (error instanceof BackendError) return { name, loads: false, reason: error.reason, fix: error.fix };
    const reason = `The backend ${name} starts but does not compute: ${firstLine(error)}`;
    return { name, loads: false, reason, fix: 'Use the backend wasm.' };
  }
}

const diagnosis = await probe();
// A GPU library may hold the process open for ever, so it ends as soon as the parent has the answer.
process.send?.(diagnosis, () => process.exit(0));
