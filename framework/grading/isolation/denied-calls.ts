/** Processors for which system calls are known, as Node names them. */
export type FilteredArchitecture = 'x64' | 'arm64';

/** The numbers of one system call; undefined where the processor's Linux has no such call. */
type CallNumbers = readonly [x64: number, arm64: number | undefined];

/**
 * System calls that a student process has no honest use for. Source: `asm/unistd_64.h` (x86-64) and
 * `asm-generic/unistd.h` (arm64) of Linux.
 */
const DENIED: Readonly<Record<string, CallNumbers>> = {
  // Processes: threads are made with `clone`, which is looked at more closely.
  fork: [57, undefined],
  vfork: [58, undefined],
  // Network and other channels; the three pipes are there already.
  socket: [41, 198],
  socketpair: [53, 199],
  connect: [42, 203],
  bind: [49, 200],
  listen: [50, 201],
  accept: [43, 202],
  accept4: [288, 242],
  sendto: [44, 206],
  sendmsg: [46, 211],
  sendmmsg: [307, 269],
  recvmsg: [47, 212],
  recvmmsg: [299, 243],
  // Other processes and their memory.
  ptrace: [101, 117],
  process_vm_readv: [310, 270],
  process_vm_writev: [311, 271],
  process_madvise: [440, 440],
  process_mrelease: [448, 448],
  kcmp: [312, 272],
  pidfd_open: [434, 434],
  pidfd_getfd: [438, 438],
  pidfd_send_signal: [424, 424],
  // Parts of the kernel with many faults in their history, which Node does without.
  io_uring_setup: [425, 425],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
  keyctl: [250, 219],
  add_key: [248, 217],
  request_key: [249, 218],
  memfd_create: [319, 279],
  memfd_secret: [447, 447],
  bpf: [321, 280],
  perf_event_open: [298, 241],
  userfaultfd: [323, 282],
  vmsplice: [278, 75],
  fanotify_init: [300, 262],
  fanotify_mark: [301, 263],
  open_by_handle_at: [304, 265],
  name_to_handle_at: [303, 264],
  modify_ldt: [154, undefined],
  personality: [135, 92],
  // File systems, roots and namespaces.
  mount: [165, 40],
  umount2: [166, 39],
  move_mount: [429, 429],
  open_tree: [428, 428],
  fsopen: [430, 430],
  fsconfig: [431, 431],
  fsmount: [432, 432],
  fspick: [433, 433],
  mount_setattr: [442, 442],
  pivot_root: [155, 41],
  chroot: [161, 51],
  unshare: [272, 97],
  setns: [308, 268],
  // Queues, semaphores and shared memory of System V and POSIX.
  shmget: [29, 194],
  shmat: [30, 196],
  shmdt: [67, 197],
  shmctl: [31, 195],
  msgget: [68, 186],
  msgsnd: [69, 189],
  msgrcv: [70, 188],
  msgctl: [71, 187],
  semget: [64, 190],
  semop: [65, 193],
  semtimedop: [220, 192],
  semctl: [66, 191],
  mq_open: [240, 180],
  mq_unlink: [241, 181],
  mq_timedsend: [242, 182],
  mq_timedreceive: [243, 183],
  mq_notify: [244, 184],
  mq_getsetattr: [245, 185],
  // The machine: modules, clock, names, swap, memory policy.
  init_module: [175, 105],
  finit_module: [313, 273],
  delete_module: [176, 106],
  kexec_load: [246, 104],
  kexec_file_load: [320, 294],
  reboot: [169, 142],
  swapon: [167, 224],
  swapoff: [168, 225],
  acct: [163, 89],
  quotactl: [179, 60],
  quotactl_fd: [443, 443],
  syslog: [103, 116],
  vhangup: [153, 58],
  lookup_dcookie: [212, 18],
  nfsservctl: [180, 42],
  sethostname: [170, 161],
  setdomainname: [171, 162],
  settimeofday: [164, 170],
  clock_settime: [227, 112],
  clock_adjtime: [305, 266],
  adjtimex: [159, 171],
  iopl: [172, undefined],
  ioperm: [173, undefined],
  migrate_pages: [256, 238],
  move_pages: [279, 239],
  mbind: [237, 235],
  set_mempolicy: [238, 237],
};

/** Makes a process or a thread; its first argument says which. */
const CLONE: CallNumbers = [56, 220];
/** The same with its arguments in memory, where a filter cannot look. glibc then falls back to `clone`. */
const CLONE3 = 435;
/** The newest call that was looked at (Linux 6.10, `mseal`). Newer ones do not exist for a student process. */
const NEWEST = 462;

/** What the filter needs to know of the system calls of a processor. */
export interface CallTable {
  readonly denied: ReadonlyMap<string, number>;
  readonly clone: number;
  readonly clone3: number;
  readonly newest: number;
}

/** The system calls of a processor. */
export function callTable(architecture: FilteredArchitecture): CallTable {
  const column = architecture === 'x64' ? 0 : 1;
  const denied = new Map<string, number>();
  for (const [name, numbers] of Object.entries(DENIED)) {
    const number = numbers[column];
    if (number !== undefined) denied.set(name, number);
  }
  return { denied, clone: CLONE[column]!, clone3: CLONE3, newest: NEWEST };
}
