import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { findRuntime } from '../submission/code-cache.ts';
import { nodeArguments } from '../submission/launch.ts';
import { DEFAULT_LIMITS } from '../submission/limits.ts';
import { CONTAINER_ADVICE } from './advice.ts';
import { container } from './container.ts';
import { DEFAULT_IMAGE, findContainerEngine, type EngineFinder } from './container-engine.ts';
import { LevelUnavailable } from './level.ts';

const runtime = findRuntime(nodeArguments(DEFAULT_LIMITS));
const limits = { ...DEFAULT_LIMITS, memoryMegabytes: 100, processorSeconds: 30 };
const planOf = (name: 'docker' | 'podman') =>
  container({ name, command: `/usr/bin/${name}`, image: 'image' })(runtime, limits);

describe('the arguments', () => {
  it('take everything away', () => {
    const { arguments: given } = planOf('docker');
    const name = given[given.indexOf('--name') + 1]!;
    expect(given.join(' ')).toBe(
      [
        `run --rm --interactive --pull never --name ${name} --log-driver none`,
        '--network none --ipc none --hostname sandbox --user 65534:65534 --read-only',
        '--cap-drop ALL --security-opt no-new-privileges',
        '--pids-limit 64 --memory 292m --memory-swap 292m',
        '--ulimit core=0:0 --ulimit fsize=0:0 --ulimit nofile=64:64 --ulimit nproc=4096:4096 --ulimit cpu=30:31',
        '--env TZ=UTC --env LANG=C.UTF-8',
        `--mount type=bind,source=${runtime.folder},target=/rt,readonly --workdir / --entrypoint node image`,
        `${runtime.nodeArguments.join(' ')} /rt/start.cjs `,
      ].join(' '),
    );
  });

  it('keep Podman from mounting places to write', () => {
    expect(planOf('podman').arguments).toContain('--read-only-tmpfs=false');
    expect(planOf('docker').arguments).not.toContain('--read-only-tmpfs=false');
  });

  it('name each container, and say how it is ended', () => {
    const [first, second] = [planOf('docker'), planOf('docker')];
    const name = first.arguments[first.arguments.indexOf('--name') + 1]!;
    expect(first.stop).toEqual({ command: '/usr/bin/docker', arguments: ['rm', '--force', name] });
    expect(second.arguments).not.toContain(name);
  });

  it('hand over nothing of the environment', () => {
    process.env.DESCENT_TEST_SECRET = 'secret';
    expect(planOf('docker').arguments.join(' ')).not.toContain('secret');
    delete process.env.DESCENT_TEST_SECRET;
  });
});

describe('the engine', () => {
  const finder = (complaints: Readonly<Record<string, string | undefined>>): EngineFinder => ({
    find: (program) => (program in complaints ? `/usr/bin/${program}` : undefined),
    complaint: (command) => complaints[command.slice('/usr/bin/'.length)],
  });
  const refusal = (complaints: Parameters<typeof finder>[0]) => {
    try {
      return findContainerEngine('image', finder(complaints));
    } catch (error) {
      if (!(error instanceof LevelUnavailable)) throw error;
      return [error.message, error.advice];
    }
  };
  const NO_DAEMON =
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?';

  it('is the first that answers and has the image', () => {
    expect(findContainerEngine('image', finder({ docker: NO_DAEMON, podman: undefined }))).toEqual({
      name: 'podman',
      command: '/usr/bin/podman',
      image: 'image',
    });
  });

  it('needs the image of this very Node', () => {
    expect(DEFAULT_IMAGE).toBe(`docker.io/library/node:${process.versions.node}-slim`);
  });

  it.each<[string, Parameters<typeof finder>[0], string, string]>([
    ['none', {}, 'neither Docker nor Podman is installed', CONTAINER_ADVICE.install],
    ['no daemon', { docker: NO_DAEMON }, `docker says: ${NO_DAEMON}`, CONTAINER_ADVICE.start],
    [
      'no rights',
      {
        docker:
          'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock',
      },
      'docker says: permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock',
      CONTAINER_ADVICE.permission,
    ],
    [
      'no image',
      { podman: 'Error: image: image not known\nmore' },
      'podman says: Error: image: image not known',
      'Fetch the image once:\n  podman pull image',
    ],
    [
      'two without',
      { docker: NO_DAEMON, podman: 'Error: no such image' },
      `docker says: ${NO_DAEMON}; podman says: Error: no such image`,
      `${CONTAINER_ADVICE.start}\nFetch the image once:\n  podman pull image`,
    ],
    ['a riddle', { docker: '?' }, 'docker says: ?', ''],
  ])('says what it lacks: %s', (_, complaints, reason, advice) => {
    expect(refusal(complaints)).toEqual([reason, advice]);
  });
});
