import { realpathSync } from 'node:fs';
import { FIXED_ENVIRONMENT, START_FILE, type Launch } from '../submission/launch.ts';
import { RUNTIME_MEGABYTES, type SubmissionLimits } from '../submission/limits.ts';
import type { BubblewrapTools } from './bubblewrap-tools.ts';
import { openToAll } from './open-to-all.ts';
import { seccompFilter } from './seccomp.ts';

/** The user "nobody": owns nothing. */
const NOBODY = '65534';
/** Where `moreInputs` begin. */
const FILTER_DESCRIPTOR = '3';
const RUNTIME_FOLDER = '/rt';
const NODE = '/node';

/**
 * Level "isolated": bubblewrap with a seccomp filter and resource limits. The process sees Node, its libraries
 * and the runtime, all read-only, and nothing else: no /proc, no /dev, no network, no other process, nowhere to write.
 * `prlimit` sets the limits, `setpriv` leaves root for good where we are root, `bwrap` makes namespaces and filter.
 */
export function bubblewrap(tools: BubblewrapTools): Launch {
  // Without root the process runs as whoever runs this one, who can read it all.
  const readable = tools.setpriv === undefined ? realpathSync : openToAll;
  const filter = seccompFilter(tools.architecture);
  return (runtime, limits) => ({
    command: tools.prlimit,
    arguments: [
      ...limitOptions(limits, tools.reservedBytes),
      '--',
      ...(tools.setpriv === undefined ? [] : [tools.setpriv, ...LEAVE_ROOT, '--']),
      tools.bwrap,
      ...NAMESPACES,
      ...(tools.canDisableUserNamespaces ? ['--disable-userns'] : []),
      ...environmentOptions(),
      ...tools.libraries.flatMap((path) => ['--ro-bind', readable(path), path]),
      ...['--ro-bind', readable(tools.node), NODE],
      ...['--ro-bind', readable(runtime.folder), RUNTIME_FOLDER],
      ...['--remount-ro', '/', '--chdir', '/'],
      ...['--seccomp', FILTER_DESCRIPTOR],
      ...['--', NODE, ...runtime.nodeArguments, `${RUNTIME_FOLDER}/${START_FILE}`, runtime.codeCache],
    ],
    environment: {},
    workingFolder: '/',
    moreInputs: [filter],
    reportsSignalsAsCodes: true,
  });
}

/**
 * `data` counts V8's heap, array buffers and WebAssembly's memory. It is a limit of addresses, not of used pages, so what
 * Node reserves and never uses is added.
 */
function limitOptions(
  { memoryMegabytes, processorSeconds }: SubmissionLimits,
  reservedBytes: number,
): string[] {
  const bytes = (memoryMegabytes + RUNTIME_MEGABYTES) * 1024 * 1024 + reservedBytes;
  return [
    ...['--core=0', '--nofile=64', '--fsize=0', '--msgqueue=0', '--memlock=0'],
    `--data=${bytes}`,
    `--cpu=${processorSeconds}:${processorSeconds + 1}`,
  ];
}

const LEAVE_ROOT = [
  ...[`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'],
  ...['--inh-caps=-all', '--bounding-set=-all', '--no-new-privs'],
];

const NAMESPACES = [
  ...['--unshare-user', '--unshare-ipc', '--unshare-pid', '--unshare-net', '--unshare-uts'],
  ...['--unshare-cgroup-try', '--die-with-parent', '--new-session', '--cap-drop', 'ALL'],
  ...['--uid', NOBODY, '--gid', NOBODY, '--hostname', 'sandbox'],
];

/** io_uring would pass by the filter; one thread is enough for files, of which there are none. */
function environmentOptions(): string[] {
  const variables = { ...FIXED_ENVIRONMENT, UV_USE_IO_URING: '0', UV_THREADPOOL_SIZE: '1' };
  return ['--clearenv', ...Object.entries(variables).flatMap(([name, value]) => ['--setenv', name, value])];
}
