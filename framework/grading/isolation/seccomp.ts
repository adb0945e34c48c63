import { callTable, type FilteredArchitecture } from './denied-calls.ts';

/*
 * A filter of Linux's seccomp is a program for the packet filter (BPF) of 1993: 8 bytes an instruction, one register,
 * jumps forward only. It runs before each system call on {number: u32, architecture: u32, address: u64,
 * arguments: u64[6]} and returns what to do. Source: Linux, Documentation/userspace-api/seccomp_filter.rst.
 */

/** Operation codes. */
export const BPF = {
  /** Loads the 32 bits at an offset of the call's record. */
  load: 0x20,
  jumpIfEqual: 0x15,
  jumpIfAtLeast: 0x35,
  jumpIfAnyBit: 0x45,
  return: 0x06,
} as const;

/** What a filter returns. */
export const VERDICTS = {
  allow: 0x7fff0000,
  /** The call fails with EPERM. */
  refuse: 0x00050001,
  /** The call fails with ENOSYS, as if the kernel did not know it: libraries have another way then. */
  unknown: 0x00050026,
  killProcess: 0x80000000,
} as const;

type Verdict = keyof typeof VERDICTS;

const NUMBER_OFFSET = 0;
const ARCHITECTURE_OFFSET = 4;
const FIRST_ARGUMENT_OFFSET = 16;

/** `AUDIT_ARCH_…`: the machine's ELF number, 64 bits, little-endian. */
export const AUDIT_ARCHITECTURES: Readonly<Record<FilteredArchitecture, number>> = {
  x64: 0xc000003e,
  arm64: 0xc00000b7,
};

/** Calls of the x32 interface have this bit; they would pass by the other numbers. */
const X32_BIT = 0x40000000;
const CLONE_THREAD = 0x00010000;

interface Instruction {
  readonly code: number;
  readonly value: number;
  /** Where a condition that holds leads; else to the next instruction. */
  readonly target?: Verdict | 'clone';
  /** Jump when the condition does not hold instead. */
  readonly negated?: boolean;
}

/**
 * Makes the filter for student processes: no network, no new processes (threads may be), nothing of the kernel that Node
 * can do without. `execve` stays allowed, as bubblewrap needs it to start Node; with no way to fork, it gains nothing.
 * @returns the program as the kernel and `bwrap --seccomp` take it
 */
export function seccompFilter(architecture: FilteredArchitecture): Uint8Array {
  const { denied, clone, clone3, newest } = callTable(architecture);
  const equals = (value: number, target: Verdict | 'clone'): Instruction => ({
    code: BPF.jumpIfEqual,
    value,
    target,
  });
  const main: Instruction[] = [
    { code: BPF.load, value: ARCHITECTURE_OFFSET },
    { ...equals(AUDIT_ARCHITECTURES[architecture], 'killProcess'), negated: true },
    { code: BPF.load, value: NUMBER_OFFSET },
    { code: BPF.jumpIfAtLeast, value: X32_BIT, target: 'killProcess' },
    { code: BPF.jumpIfAtLeast, value: newest + 1, target: 'unknown' },
    equals(clone, 'clone'),
    equals(clone3, 'unknown'),
    ...[...denied.values()].map((number) => equals(number, 'refuse')),
    { code: BPF.return, value: VERDICTS.allow },
  ];
  const threadsOnly: Instruction[] = [
    { code: BPF.load, value: FIRST_ARGUMENT_OFFSET },
    { code: BPF.jumpIfAnyBit, value: CLONE_THREAD, target: 'allow' },
    { code: BPF.return, value: VERDICTS.refuse },
  ];
  return assemble(main, threadsOnly);
}

/** Puts the parts and the verdicts one after another and turns targets into distances. */
function assemble(main: readonly Instruction[], clone: readonly Instruction[]): Uint8Array {
  const verdicts = Object.keys(VERDICTS) as Verdict[];
  const ends = verdicts.map((verdict) => ({ code: BPF.return, value: VERDICTS[verdict] }));
  const program: readonly Instruction[] = [...main, ...clone, ...ends];
  const positionOf = (target: Verdict | 'clone'): number =>
    target === 'clone' ? main.length : main.length + clone.length + verdicts.indexOf(target);

  const bytes = new Uint8Array(program.length * 8);
  const view = new DataView(bytes.buffer);
  program.forEach(({ code, value, target, negated = false }, index) => {
    const distance = target === undefined ? 0 : positionOf(target) - index - 1;
    if (distance > 255) throw new RangeError('the filter is too long for its jumps');
    view.setUint16(index * 8, code, true);
    view.setUint8(index * 8 + 2, negated ? 0 : distance);
    view.setUint8(index * 8 + 3, negated ? distance : 0);
    view.setUint32(index * 8 + 4, value, true);
  });
  return bytes;
}
