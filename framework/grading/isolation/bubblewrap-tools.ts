import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { BUBBLEWRAP_ADVICE } from './advice.ts';
import type { FilteredArchitecture } from './denied-calls.ts';
import { findProgram } from './find-program.ts';
import { LevelUnavailable } from './level.ts';

/** What the level "isolated" is made of on this machine. */
export interface BubblewrapTools {
  readonly bwrap: string;
  readonly prlimit: string;
  /** Changes the user: needed, and there, only for root. */
  readonly setpriv?: string;
  readonly node: string;
  /** The shared libraries that Node loads, the loader among them. */
  readonly libraries: readonly string[];
  readonly architecture: FilteredArchitecture;
  /** Bytes of addresses that Node takes before it does anything: half a gigabyte from Node 24 on. */
  readonly reservedBytes: number;
  /** Whether bubblewrap can forbid further user namespaces: from 0.8 on. The seccomp filter forbids them, too. */
  readonly canDisableUserNamespaces: boolean;
}

/** What finding the tools depends on; in tests another machine. */
export interface Machine {
  readonly platform: string;
  readonly architecture: string;
  readonly isRoot: boolean;
  find(program: string): string | undefined;
  /** Standard output of a program. @throws Error */
  run(program: string, parameters: readonly string[]): string;
}

/** The machine that we run on. */
export const thisMachine: Machine = {
  platform: process.platform,
  architecture: process.arch,
  isRoot: process.getuid?.() === 0,
  find: findProgram,
  run: (program, parameters) =>
    execFileSync(program, parameters, { encoding: 'utf8', stdio: 'pipe', env: {} }),
};

/** Finds all that level "isolated" needs. @throws LevelUnavailable that says what is missing, and what to do */
export function findBubblewrapTools(machine: Machine = thisMachine): BubblewrapTools {
  const refuse = (reason: string, advice: string): never => {
    throw new LevelUnavailable('bwrap', reason, advice);
  };
  const { architecture } = machine;
  if (machine.platform !== 'linux')
    return refuse('bubblewrap exists for Linux only', BUBBLEWRAP_ADVICE.otherSystem);
  if (architecture !== 'x64' && architecture !== 'arm64') {
    return refuse(`there is no list of system calls for ${architecture}`, BUBBLEWRAP_ADVICE.otherSystem);
  }
  const find = (program: string, advice: string) =>
    machine.find(program) ?? refuse(`the program ${program} is not installed`, advice);

  const bwrap = find('bwrap', BUBBLEWRAP_ADVICE.install);
  const prlimit = find('prlimit', BUBBLEWRAP_ADVICE.utilLinux);
  const setpriv = machine.isRoot ? { setpriv: find('setpriv', BUBBLEWRAP_ADVICE.utilLinux) } : {};
  const run = (program: string, parameters: readonly string[]): string => {
    try {
      return machine.run(program, parameters);
    } catch (error) {
      // It says why on its standard error, which Node puts below a line of its own.
      const said = (error as Error).message.trim().split('\n').at(-1)!;
      return refuse(`${program} does not run here: ${said}`, '');
    }
  };
  const options = run(bwrap, ['--help']);
  if (!options.includes('--clearenv')) {
    return refuse('bubblewrap 0.5 or newer is needed', BUBBLEWRAP_ADVICE.tooOld);
  }
  const node = process.execPath;
  return {
    ...{ bwrap, prlimit, ...setpriv, node, architecture },
    libraries: librariesIn(run(find('ldd', BUBBLEWRAP_ADVICE.ldd), [node])),
    reservedBytes: Number(run(node, ['-e', TELL_RESERVED])) * 1024,
    canDisableUserNamespaces: options.includes('--disable-userns'),
  };
}

/** Prints what the kernel counts as data of a Node that does nothing, in KiB. */
const TELL_RESERVED = `
const status = require('node:fs').readFileSync('/proc/self/status', 'latin1');
process.stdout.write(/^VmData:\\s+(\\d+) kB$/m.exec(status)[1]);`;

/** Of what `ldd` prints: `libm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x…)`, and the loader without an arrow. */
function librariesIn(printed: string): string[] {
  const paths = printed.matchAll(/(?:^|=>)\s*(\/\S+)\s+\(0x/gm);
  return [...new Set([...paths].map(([, path]) => path!))];
}
