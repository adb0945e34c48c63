import process from 'node:process';
import { expect, it, describe } from 'vitest';
import { unprotected } from '../submission/launch.ts';
import { adviceForBubblewrap, BUBBLEWRAP_ADVICE, CONTAINER_ADVICE } from './advice.ts';
import { bubblewrap } from './bubblewrap.ts';
import { findBubblewrapTools } from './bubblewrap-tools.ts';
import { findProgram } from './find-program.ts';
import { FREEDOMS, LABELS, LevelUnavailable, type Freedom, type Level } from './level.ts';
import { permissionFlag, permissionModel } from './permission-model.ts';
import { IsolationRefused, measureLevel, requireLevel, type LevelOptions } from './require-level.ts';
import { measureFreedoms, SelfTestFailed } from './self-test.ts';

/** A machine with these levels; the others are missing. */
function machine(...present: Level[]): { options: LevelOptions; tried: Level[] } {
  const tried: Level[] = [];
  const measure: LevelOptions['measure'] = (level) => {
    tried.push(level);
    if (!present.includes(level)) {
      const advice = level === 'bwrap' ? BUBBLEWRAP_ADVICE.install : CONTAINER_ADVICE.install;
      return Promise.reject(new LevelUnavailable(level, `there is no ${level}`, advice));
    }
    return Promise.resolve({ level, label: LABELS[level], launch: unprotected, free: new Set() });
  };
  return { options: { measure }, tried };
}

describe('a level that is wanted', () => {
  it('is the strongest there is', async () => {
    const { options, tried } = machine('container', 'limited', 'unprotected');
    expect(await requireLevel({ atLeast: 'limited' }, options)).toMatchObject({
      label: 'isolated (container)',
    });
    expect(tried).toEqual(['bwrap', 'container']);
  });

  it('is by default one that isolates', async () => {
    const { options, tried } = machine('limited', 'unprotected');
    await expect(requireLevel(undefined, options)).rejects.toThrow(IsolationRefused);
    expect(tried).toEqual(['bwrap', 'container']);
  });

  it('may be exactly one', async () => {
    const { options, tried } = machine('bwrap', 'limited');
    expect(await requireLevel({ exactly: 'limited' }, options)).toMatchObject({ label: 'limited' });
    expect(tried).toEqual(['limited']);
    await expect(requireLevel({ exactly: 'container' }, options)).rejects.toThrow(IsolationRefused);
  });

  it('is refused with the way to get it', async () => {
    await expect(requireLevel({ atLeast: 'bwrap' }, machine('limited').options)).rejects.toThrow(
      new IsolationRefused(`Submissions cannot be run at the level "isolated" here.
  isolated: there is no bwrap
    Install it:
      sudo apt-get install bubblewrap      (Debian, Ubuntu)
      sudo dnf install bubblewrap          (Fedora, Red Hat)
      sudo pacman -S bubblewrap            (Arch)
    Or install Docker or Podman and use the level "container".
  isolated (container): there is no container
    Install Docker (docs.docker.com/get-docker) or Podman (podman.io).`),
    );
  });

  it('is not refused for mistakes of ours, which are thrown', async () => {
    const measure = () => Promise.reject(new TypeError('a mistake'));
    await expect(requireLevel({ atLeast: 'bwrap' }, { measure })).rejects.toThrow(TypeError);
  });
});

describe('what stops bubblewrap', () => {
  it.each<[said: string, restricted: boolean, advice: string]>([
    ['bwrap: setting up uid map: Permission denied', true, BUBBLEWRAP_ADVICE.appArmor],
    ['bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted', true, BUBBLEWRAP_ADVICE.appArmor],
    ['bwrap: setting up uid map: Permission denied', false, BUBBLEWRAP_ADVICE.noUserNamespaces],
    [
      'bwrap: No permissions to create new namespace, likely because the kernel does not allow non-privileged user namespaces.',
      false,
      BUBBLEWRAP_ADVICE.noUserNamespaces,
    ],
    [
      'bwrap: Creating new namespace failed: Operation not permitted',
      false,
      BUBBLEWRAP_ADVICE.noUserNamespaces,
    ],
    ['something else', true, ''],
  ])('is explained: %s', (said, restricted, advice) => {
    expect(adviceForBubblewrap(said, restricted)).toBe(advice);
  });

  it('comes with a profile that can be pasted', () => {
    expect(BUBBLEWRAP_ADVICE.appArmor).toContain(
      'profile bwrap /usr/bin/bwrap flags=(unconfined) {\n  userns,\n  include if exists <local/bwrap>\n}\nEND\n',
    );
  });
});

describe('the self-test', () => {
  it('finds that a plain process can do everything', async () => {
    const free = await measureFreedoms(unprotected);
    expect([...free].sort()).toEqual([...FREEDOMS].sort());
    expect(process.env).not.toHaveProperty('DESCENT_CANARY');
  });

  it('does not take the signal of one process for that of another', async () => {
    const limited = permissionModel(permissionFlag()!);
    const [first, second] = await Promise.all([measureFreedoms(unprotected), measureFreedoms(limited)]);
    expect([first.has('read'), second.has('read')]).toEqual([true, false]);
  });

  it('says what a process said that does not start', async () => {
    const script = 'console.error("bwrap: no"); process.exit(1)';
    const launch = () => ({ ...plan, arguments: ['-e', script] });
    const plan = { command: process.execPath, environment: {}, workingFolder: process.cwd() };
    await expect(measureFreedoms(launch)).rejects.toThrow(new SelfTestFailed('bwrap: no'));
    await expect(measureFreedoms(() => ({ ...launch(), command: '/nowhere' }))).rejects.toThrow(
      new SelfTestFailed('spawn /nowhere ENOENT'),
    );
  });

  it.runIf(findProgram('bwrap') !== undefined && process.platform === 'linux').each<[Freedom[], string[]]>([
    [[], []],
    [['processes'], ['--seccomp', '3']],
    [['network'], ['--seccomp', '3', '--unshare-net']],
  ])('finds %j where bubblewrap is started without %j', async (expected, missing) => {
    const whole = bubblewrap(findBubblewrapTools());
    const free = await measureFreedoms((runtime, limits) => {
      const plan = whole(runtime, limits);
      return { ...plan, arguments: plan.arguments.filter((argument) => !missing.includes(argument)) };
    });
    expect([...free]).toEqual(expect.arrayContaining(expected));
    if (expected.length === 0) expect([...free]).toEqual([]);
  });

  it('measures the permission model as "limited"', async () => {
    const { label, free } = await measureLevel('limited');
    expect(label).toBe('limited');
    expect(
      ['read', 'environment', 'processes', 'write'].filter((freedom) => free.has(freedom as 'read')),
    ).toEqual([]);
  });
});

describe('the permission model', () => {
  it.each([
    ['20', ['--experimental-permission', '--allow-fs-read'], '--experimental-permission'],
    ['22.13', ['--experimental-permission', '--permission'], '--permission'],
    ['24', ['--permission'], '--permission'],
    ['18', [], undefined],
  ])('of Node %s is switched on by its own option', (_, known, flag) => {
    expect(permissionFlag(new Set(known))).toBe(flag);
  });
});
