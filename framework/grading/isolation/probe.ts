/** What the probe is told, on its standard input, as JSON. */
export interface ProbeTask {
  /** A file that everybody may read, with the secret in it. */
  readonly file: string;
  readonly secret: string;
  /** Folders in which to try to write. */
  readonly folders: readonly string[];
  /** A port of this machine's own address on which somebody listens. */
  readonly port: number;
  /** The process that asks, to be sent a harmless signal and have its environment read. */
  readonly pid: number;
}

/** What the probe says it could do. Whether its signal arrived is known only to whom it was sent. */
export interface ProbeReport {
  readonly read: boolean;
  readonly environment: boolean;
  readonly network: boolean;
  readonly processes: boolean;
  readonly write: boolean;
}

/** The signal that the probe sends: nobody minds a change of the window's size. */
export const PROBE_SIGNAL = 'SIGWINCH';

/**
 * A program for the place of the student runtime's first file. It tries what hostile code would, and leaves nothing behind.
 * Plain CommonJS with nothing to import: it must run wherever a student process does.
 */
export const PROBE_SOURCE = `'use strict';
const childProcess = require('node:child_process');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');

const works = (attempt) => {
  try {
    return attempt();
  } catch {
    return false;
  }
};

function environmentIsOpen({ secret, pid }) {
  if (Object.values(process.env).includes(secret)) return true;
  return ['self', '1', process.ppid, pid].some((id) =>
    works(() => {
      const text = fs.readFileSync('/proc/' + id + '/environ', 'latin1');
      return text.includes(secret) || (String(id) === String(pid) && text !== '');
    }),
  );
}

function canWrite(folder) {
  return works(() => {
    const file = path.join(folder, 'descent-probe-' + process.pid);
    try {
      fs.writeFileSync(file, 'x');
    } finally {
      fs.rmSync(file, { force: true });
    }
    return true;
  });
}

const canConnect = (port) =>
  new Promise((resolve) => {
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    const socket = net.connect({ host: '127.0.0.1', port });
    socket.setTimeout(1000, () => end(false)).on('error', () => end(false)).on('connect', () => end(true));
  });

let text = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (piece) => (text += piece));
process.stdin.on('end', async () => {
  const task = JSON.parse(text);
  const folders = [...task.folders, '/', '/tmp', '/var/tmp', '/dev/shm', __dirname, process.cwd(), os.tmpdir()];
  works(() => process.kill(task.pid, '${PROBE_SIGNAL}'));
  const report = {
    read: works(() => fs.readFileSync(task.file, 'utf8').includes(task.secret)),
    environment: environmentIsOpen(task),
    network: await canConnect(task.port).catch(() => false),
    processes: works(() => childProcess.spawnSync(process.execPath, ['--version']).status === 0),
    write: folders.some(canWrite),
  };
  fs.writeSync(1, JSON.stringify(report));
});
`;
