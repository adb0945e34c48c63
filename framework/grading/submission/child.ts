import { execFile, spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { constants } from 'node:os';
import process from 'node:process';
import { adoptProcess, dropProcess, killTree } from './kill-tree.ts';
import type { LaunchPlan } from './launch.ts';
import type { Ending } from './outcome.ts';

/** A child process in a group of its own, with three pipes, that ends for one reason. */
export interface Child {
  /** 0 when it did not start. */
  readonly pid: number;
  readonly stdin: Socket;
  readonly stdout: Socket;
  readonly stderr: Socket;
  /** Why it is gone or going; undefined while it lives. */
  readonly ending: Ending | undefined;
  /** Kills it and all that it started, unless it has ended already: the first reason counts. */
  end(reason: Ending): void;
  /** Settles when it is gone and has handed over what it last wrote. */
  readonly gone: Promise<Ending>;
  /** Whether this program stays for it. */
  hold(isHeld: boolean): void;
}

/** How long a process that has ended may take to hand over what it last wrote. */
const LAST_WORDS_MILLISECONDS = 200;

/**
 * Starts a child process.
 * @param reasonOf why it ended, when nobody here ended it
 */
export function startChild(
  plan: LaunchPlan,
  reasonOf: (code: number | null, signal: string | null) => Ending,
): Child {
  const { moreInputs = [] } = plan;
  const child = spawn(plan.command, plan.arguments, {
    cwd: plan.workingFolder,
    env: plan.environment,
    stdio: ['pipe', 'pipe', 'pipe', ...moreInputs.map(() => 'pipe' as const)],
    // A group of its own, so that one signal ends all that it starts.
    detached: process.platform !== 'win32',
    windowsHide: true,
  }) as ChildProcess & { stdin: Socket; stdout: Socket; stderr: Socket };
  const { stdin, stdout, stderr, pid = 0 } = child;
  if (pid > 0) adoptProcess(pid);
  moreInputs.forEach((bytes, index) => {
    const pipe = child.stdio[3 + index] as Socket;
    // As for standard input below.
    pipe.on('error', () => undefined);
    pipe.end(bytes);
  });

  let ending: Ending | undefined;
  let stopped: Promise<void> = Promise.resolve();
  const end = (reason: Ending): void => {
    if (ending !== undefined) return;
    ending = reason;
    if (pid === 0) return;
    killTree(pid);
    stopped = stop(plan);
  };

  const gone = new Promise<Ending>((resolve) => {
    child.on('error', ({ message }) => {
      end({ state: 'exited', code: null, signal: message });
      if (pid === 0) resolve(ending!);
    });
    child.on('exit', (code, signal) => {
      // What it started could keep its pipes open.
      dropProcess(pid);
      const sayFarewell = () => {
        end(reasonOf(...readExit(plan, code, signal)));
        void stopped.then(() => {
          resolve(ending!);
        });
      };
      const timer = setTimeout(sayFarewell, LAST_WORDS_MILLISECONDS);
      child.once('close', () => {
        clearTimeout(timer);
        sayFarewell();
      });
    });
  });
  // Writing to a process that has ended fails; that it has ended its own event tells.
  stdin.on('error', () => undefined);

  return {
    pid,
    stdin,
    stdout,
    stderr,
    get ending() {
      return ending;
    },
    end,
    gone,
    hold(isHeld) {
      for (const part of [child, stdin, stdout, stderr]) {
        if (isHeld) part.ref();
        else part.unref();
      }
    },
  };
}

/** How the process itself ended, when what runs it says so in its own exit code. */
function readExit(
  { reportsSignalsAsCodes = false }: LaunchPlan,
  code: number | null,
  signal: string | null,
): [code: number | null, signal: string | null] {
  if (!reportsSignalsAsCodes || code === null || code <= 128) return [code, signal];
  const [name] = Object.entries(constants.signals).find(([, number]) => number === code - 128) ?? [];
  return name === undefined ? [code, signal] : [null, name];
}

/** Ends what the started program leaves behind; that there is nothing left to end is as good. */
function stop({ stop: how }: LaunchPlan): Promise<void> {
  return new Promise((resolve) => {
    if (how === undefined) resolve();
    else
      execFile(how.command, how.arguments, { windowsHide: true }, () => {
        resolve();
      });
  });
}
