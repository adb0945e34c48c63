import { spawn, spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { findRuntime } from '../submission/code-cache.ts';
import { openSubmission } from '../submission/host.ts';
import { nodeArguments } from '../submission/launch.ts';
import { DEFAULT_LIMITS } from '../submission/limits.ts';
import { createProcessPool } from '../submission/process-pool.ts';
import { isAlive, recordPids } from '../submission/test-submissions.ts';
import { BUBBLEWRAP_ADVICE } from './advice.ts';
import { findBubblewrapTools, type BubblewrapTools, type Machine } from './bubblewrap-tools.ts';
import { bubblewrap } from './bubblewrap.ts';
import { findProgram } from './find-program.ts';
import { LevelUnavailable } from './level.ts';

const runtime = findRuntime(nodeArguments(DEFAULT_LIMITS));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const TOOLS: BubblewrapTools = {
  bwrap: '/usr/bin/bwrap',
  prlimit: '/usr/bin/prlimit',
  node: process.execPath,
  libraries: [],
  reservedBytes: 1024,
  architecture: 'arm64',
  canDisableUserNamespaces: true,
};

describe('the arguments', () => {
  const limits = { ...DEFAULT_LIMITS, memoryMegabytes: 100, processorSeconds: 30 };
  const argumentsOf = (tools: Partial<BubblewrapTools>) =>
    bubblewrap({ ...TOOLS, ...tools })(runtime, limits).arguments.join(' ');

  it('begin with the limits', () => {
    expect(argumentsOf({})).toMatch(
      /^--core=0 --nofile=64 --fsize=0 --msgqueue=0 --memlock=0 --data=306185216 --cpu=30:31 -- \/usr\/bin\/bwrap --unshare-user /,
    );
  });

  it('leave root behind before anything else happens', () => {
    expect(argumentsOf({ setpriv: '/usr/bin/setpriv' })).toContain(
      ' -- /usr/bin/setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=-all --bounding-set=-all --no-new-privs -- /usr/bin/bwrap ',
    );
  });

  it('ask an old bubblewrap for nothing that it does not know', () => {
    expect(argumentsOf({})).toContain(' --disable-userns ');
    expect(argumentsOf({ canDisableUserNamespaces: false })).not.toContain('--disable-userns');
  });

  it('end with Node, its options and the runtime', () => {
    const end = `--seccomp 3 -- /node ${runtime.nodeArguments.join(' ')} /rt/start.cjs ${runtime.codeCache}`;
    expect(argumentsOf({}).endsWith(end)).toBe(true);
  });

  it('mount nothing that could be written, no /proc and no /dev', () => {
    expect(argumentsOf({ libraries: [process.execPath] })).not.toMatch(
      /--(bind|dev|dev-bind|proc|tmpfs|dir|file)\b/,
    );
  });
});

describe('the tools', () => {
  const machine = (
    changes: Partial<Machine> & { readonly missing?: string; readonly help?: string },
  ): Machine => ({
    platform: 'linux',
    architecture: 'x64',
    isRoot: true,
    find: (program) => (program === changes.missing ? undefined : `/usr/bin/${program}`),
    run: (program, [parameter]) =>
      parameter === '-e'
        ? '600000'
        : program.endsWith('ldd')
          ? `\tlinux-vdso.so.1 (0x00007ffd)\n\tlibm.so.6 => /lib/libm.so.6 (0x00007f)\n\t/lib64/ld-linux-x86-64.so.2 (0x00007f)\n`
          : (changes.help ?? '--clearenv --disable-userns'),
    ...changes,
  });
  const refusal = (changes: Parameters<typeof machine>[0]) => {
    try {
      return findBubblewrapTools(machine(changes));
    } catch (error) {
      if (!(error instanceof LevelUnavailable)) throw error;
      return [error.message, error.advice];
    }
  };

  it('are found, with the libraries that Node loads', () => {
    expect(findBubblewrapTools(machine({}))).toEqual({
      bwrap: '/usr/bin/bwrap',
      prlimit: '/usr/bin/prlimit',
      setpriv: '/usr/bin/setpriv',
      node: process.execPath,
      architecture: 'x64',
      libraries: ['/lib/libm.so.6', '/lib64/ld-linux-x86-64.so.2'],
      reservedBytes: 614_400_000,
      canDisableUserNamespaces: true,
    });
  });

  it('of other users are those of root without setpriv', () => {
    expect(findBubblewrapTools(machine({ isRoot: false, missing: 'setpriv' }))).not.toHaveProperty('setpriv');
  });

  it.each<[string, Parameters<typeof machine>[0], string, string]>([
    ['no bubblewrap', { missing: 'bwrap' }, 'the program bwrap is not installed', BUBBLEWRAP_ADVICE.install],
    [
      'no prlimit',
      { missing: 'prlimit' },
      'the program prlimit is not installed',
      BUBBLEWRAP_ADVICE.utilLinux,
    ],
    [
      'no setpriv',
      { missing: 'setpriv' },
      'the program setpriv is not installed',
      BUBBLEWRAP_ADVICE.utilLinux,
    ],
    ['no ldd', { missing: 'ldd' }, 'the program ldd is not installed', BUBBLEWRAP_ADVICE.ldd],
    [
      'an old bubblewrap',
      { help: '--unshare-user' },
      'bubblewrap 0.5 or newer is needed',
      BUBBLEWRAP_ADVICE.tooOld,
    ],
    [
      'a bubblewrap that does not run',
      {
        run: () => {
          throw new Error("Command failed: /usr/bin/bwrap --help\nbwrap: Can't read /proc/sys\n");
        },
      },
      "/usr/bin/bwrap does not run here: bwrap: Can't read /proc/sys",
      '',
    ],
    ['Windows', { platform: 'win32' }, 'bubblewrap exists for Linux only', BUBBLEWRAP_ADVICE.otherSystem],
    [
      'another processor',
      { architecture: 'riscv64' },
      'there is no list of system calls for riscv64',
      BUBBLEWRAP_ADVICE.otherSystem,
    ],
  ])('say what to do about %s', (_, changes, reason, advice) => {
    expect(refusal(changes)).toEqual([reason, advice]);
  });
});

/** The process and all below it. */
function treeOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim();
  return [pid, ...(children === '' ? [] : children.split(' ')).flatMap((child) => treeOf(Number(child)))];
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1_000 && !condition(); tries++) await sleep(10);
  expect(condition()).toBe(true);
}

describe.runIf(findProgram('bwrap') !== undefined && process.platform === 'linux')('a sandbox', () => {
  const files = {
    'exercise.ts': 'export const f = (x: number) => x + 1; export const loop = () => { for (;;); };',
  };

  it('ends with all that is in it', async () => {
    const launch = bubblewrap(findBubblewrapTools());
    const { pool, pids } = recordPids(createProcessPool({ launch, backend: 'cpu' }));
    const submission = await openSubmission({ files, pool });
    expect(await submission.call('f', [1])).toBe(2);
    const tree = treeOf(pids[0]!);
    expect(tree).toHaveLength(3);
    await submission.close();
    await until(() => !tree.some(isAlive));
  });

  it('runs as nobody, whoever started it', async () => {
    const launch = bubblewrap(findBubblewrapTools());
    const { pool, pids } = recordPids(createProcessPool({ launch, backend: 'cpu' }));
    const submission = await openSubmission({ files, pool });
    const status = readFileSync(`/proc/${treeOf(pids[0]!).at(-1)!}/status`, 'latin1');
    await submission.close();
    const user = process.getuid!() === 0 ? 65534 : process.getuid!();
    expect(status).toMatch(new RegExp(`^Uid:\t${user}\t${user}\t${user}\t${user}$`, 'm'));
    expect(status).toMatch(/^CapEff:\t0+$/m);
    expect(status).toMatch(/^CapBnd:\t0+$/m);
    expect(status).toMatch(/^NoNewPrivs:\t1$/m);
    expect(status).toMatch(/^Seccomp:\t2$/m);
  });

  it('is told of by the limit that it met', async () => {
    const launch = bubblewrap(findBubblewrapTools());
    const limits = { processorSeconds: 1, callMilliseconds: 60_000 };
    const submission = await openSubmission({ files, launch, limits, backend: 'cpu' });
    expect(await submission.attempt('loop')).toMatchObject({
      sentence: 'your program was ended (more than 1 s of processor time in all) in loop',
    });
    await submission.close();
  });

  /** Runs a program that opens a submission, as this user or another. @returns what it printed */
  async function bundleProgram(): Promise<string> {
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import { measureLevel } from './require-level.ts';
          import { openSubmission } from '../submission/host.ts';
          const { label, launch } = await measureLevel('bwrap');
          const files = ${JSON.stringify(files)};
          const submission = await openSubmission({ files, launch, limits: { callMilliseconds: 60_000 }, backend: 'cpu' });
          console.log(label, await submission.call('f', [1]), process.getuid());
          if (process.argv[2] === 'loop') void submission.call('loop');
          else await submission.close();`,
        resolveDir: dirname(fileURLToPath(import.meta.url)),
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      write: false,
    });
    // Within the package, so that it finds the runtime.
    const folder = mkdtempSync(join(dirname(runtime.folder), 'test-'));
    folders.push(folder);
    chmodSync(folder, 0o755);
    const path = join(folder, 'program.mjs');
    writeFileSync(path, outputFiles[0]!.contents);
    return path;
  }

  it('dies with the program that started it, even when that is killed', async () => {
    const program = spawn(process.execPath, [await bundleProgram(), 'loop'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    program.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    await until(() => said.includes('\n'));
    const tree = treeOf(program.pid!).filter((pid) => pid !== program.pid);
    expect(tree.length).toBeGreaterThanOrEqual(3);
    program.kill('SIGKILL');
    await until(() => !tree.some(isAlive));
  });

  it.runIf(process.getuid?.() === 0)('needs no root', async () => {
    const path = await bundleProgram();
    const options = ['--reuid=12345', '--regid=12345', '--clear-groups', '--', process.execPath, path];
    const { stdout, stderr } = spawnSync('setpriv', options, { encoding: 'utf8', env: { TMPDIR: tmpdir() } });
    expect({ stdout, stderr }).toEqual({ stdout: 'isolated 2 12345\n', stderr: '' });
  });

  it.runIf(process.getuid?.() === 0)('of root needs no folder that others may enter', async () => {
    const home = mkdtempSync(join(tmpdir(), 'descent-closed-'));
    folders.push(home);
    cpSync(runtime.folder, join(home, 'runtime'), { recursive: true });
    cpSync(process.execPath, join(home, 'node'));
    chmodSync(home, 0o700);
    const inner = bubblewrap({ ...findBubblewrapTools(), node: join(home, 'node') });
    const submission = await openSubmission({
      files,
      launch: (_, limits) => inner({ ...runtime, folder: join(home, 'runtime') }, limits),
      backend: 'cpu',
    });
    expect(await submission.call('f', [1])).toBe(2);
    await submission.close();
    expect(existsSync(join(home, 'runtime'))).toBe(true);
  });
});
