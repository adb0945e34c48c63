import { describe, expect, it } from 'vitest';
import { callTable } from './denied-calls.ts';
import { AUDIT_ARCHITECTURES, BPF, seccompFilter, VERDICTS } from './seccomp.ts';

interface SystemCall {
  readonly number: number;
  readonly architecture: number;
  readonly firstArgument?: number;
}

/** Runs a filter as the kernel does. @returns the name of the verdict */
function judge(filter: Uint8Array, call: SystemCall): string {
  const view = new DataView(filter.buffer);
  const record = new Map([
    [0, call.number],
    [4, call.architecture],
    [16, call.firstArgument ?? 0],
  ]);
  let register = 0;
  for (let index = 0; index < filter.length / 8; index++) {
    const [ifTrue, ifFalse] = [view.getUint8(index * 8 + 2), view.getUint8(index * 8 + 3)];
    const value = view.getUint32(index * 8 + 4, true);
    const jump = (holds: boolean) => (index += holds ? ifTrue : ifFalse);
    switch (view.getUint16(index * 8, true)) {
      case BPF.load:
        register = record.get(value)!;
        break;
      case BPF.jumpIfEqual:
        jump(register === value);
        break;
      case BPF.jumpIfAtLeast:
        jump(register >= value);
        break;
      case BPF.jumpIfAnyBit:
        jump((register & value) !== 0);
        break;
      case BPF.return:
        return Object.entries(VERDICTS).find(([, verdict]) => verdict === value)![0];
      default:
        throw new Error('unknown instruction');
    }
  }
  throw new Error('the filter has no end');
}

describe.each(['x64', 'arm64'] as const)('the filter for %s', (name) => {
  const filter = seccompFilter(name);
  const architecture = AUDIT_ARCHITECTURES[name];
  const { denied, clone, clone3, newest } = callTable(name);
  const verdict = (number: number, firstArgument?: number) =>
    judge(filter, { number, architecture, ...(firstArgument === undefined ? {} : { firstArgument }) });

  it('refuses what it names and nothing else', () => {
    const refused = new Set(denied.values());
    for (let number = 0; number <= newest; number++) {
      if (number === clone || number === clone3) continue;
      expect([number, verdict(number)]).toEqual([number, refused.has(number) ? 'refuse' : 'allow']);
    }
  });

  it('allows threads and no processes', () => {
    const thread = 0x3d0f00; // what pthread_create of glibc asks for
    expect(verdict(clone, thread)).toBe('allow');
    expect(verdict(clone, 0x01200011)).toBe('refuse'); // fork of glibc
    expect(verdict(clone, 0x4111)).toBe('refuse'); // CLONE_VM and CLONE_VFORK: posix_spawn
    expect(verdict(clone, 0x10000000)).toBe('refuse'); // a user namespace
    expect(verdict(clone3)).toBe('unknown');
  });

  it('knows no calls from the future', () => {
    expect(verdict(newest + 1)).toBe('unknown');
    expect(verdict(0x3fffffff)).toBe('unknown');
  });

  it('kills what calls as another processor would', () => {
    const [other] = Object.values(AUDIT_ARCHITECTURES).filter((each) => each !== architecture);
    expect(judge(filter, { number: 0, architecture: other! })).toBe('killProcess');
    expect(judge(filter, { number: 0, architecture: 0x40000003 })).toBe('killProcess'); // i386, by int 0x80
    expect(verdict(0x40000000)).toBe('killProcess'); // x32
    expect(verdict(0xffffffff)).toBe('killProcess');
  });

  it('lets Node start', () => {
    const needed =
      name === 'x64'
        ? { execve: 59, mmap: 9, mprotect: 10, futex: 202, epoll_wait: 232, exit_group: 231, tgkill: 234 }
        : { execve: 221, mmap: 222, mprotect: 226, futex: 98, epoll_pwait: 22, exit_group: 94, tgkill: 131 };
    for (const [call, number] of Object.entries(needed))
      expect([call, verdict(number)]).toEqual([call, 'allow']);
  });

  it('fits into what the kernel takes', () => {
    expect(filter.length % 8).toBe(0);
    expect(filter.length / 8).toBeLessThan(256);
  });
});
