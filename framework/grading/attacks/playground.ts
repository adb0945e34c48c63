import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { isAlive } from '../submission/test-submissions.ts';

/** What an attack is told, so that it need not search. */
export interface Targets {
  /** A folder in which everybody may write. */
  readonly folder: string;
  /** A file that everybody may read and change. */
  readonly secretFile: string;
  /** A socket in the file system, a TCP and a UDP port of this machine's own address. */
  readonly socketFile: string;
  readonly port: number;
  readonly udpPort: number;
  readonly hostPid: number;
  /** A process of the grader's user. */
  readonly victimPid: number;
  /** For the command line of what an attack starts, so that it can be found. */
  readonly marker: string;
  /** The runtime of all other submissions. */
  readonly honestRuntime: string;
}

/** Everything that an attack may be after, open to all users: only isolation can protect it. */
export interface Playground {
  readonly targets: Targets;
  /** No text from an attack may hold it. It is in the secret file and in the environment of this process. */
  readonly secret: string;
  /** What has happened to it, in words. */
  effects(): string[];
  /** Removes it, and what attacks left running. */
  close(): Promise<void>;
}

const VARIABLE = 'DESCENT_ATTACKED_SECRET';
const SIGNAL = 'SIGWINCH';

/** Sets up a playground. @param honestRuntime the folder of the student runtime */
export async function openPlayground(honestRuntime: string): Promise<Playground> {
  const secret = `descent-secret-${randomUUID()}`;
  const marker = `descent-marker-${randomUUID()}`;
  const folder = mkdtempSync(join(tmpdir(), 'descent-attack-'));
  const secretFile = join(folder, 'secret.txt');
  writeFileSync(secretFile, secret);
  process.env[VARIABLE] = secret;
  const events: string[] = [];

  const listen = async (where: { port: number; host: string } | { path: string }, name: string) => {
    const server = createServer((socket) => {
      events.push(`a contact by ${name}`);
      // Read what comes: a socket that nobody reads never ends.
      socket.on('error', () => undefined).resume();
      socket.end('HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    });
    await new Promise<void>((resolve) => server.listen(where, resolve));
    return server;
  };
  const socketFile = join(folder, 'socket');
  const tcp = await listen({ port: 0, host: '127.0.0.1' }, 'TCP');
  // Windows has no sockets in folders.
  const local =
    process.platform === 'win32' ? undefined : await listen({ path: socketFile }, 'a local socket');
  const udp = createSocket('udp4').on('message', () => events.push('a datagram'));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  const onSignal = () => events.push('a signal');
  process.on(SIGNAL, onSignal);
  const victim = spawn(process.execPath, ['-e', 'setInterval(() => 1, 1000)'], {
    stdio: 'ignore',
    detached: true,
  });

  chmodSync(secretFile, 0o666);
  chmodSync(folder, 0o777);
  if (local !== undefined) chmodSync(socketFile, 0o777);
  const before = readdirSync(folder).sort();

  return {
    secret,
    targets: {
      ...{ folder, secretFile, socketFile, marker, honestRuntime },
      port: (tcp.address() as { port: number }).port,
      udpPort: udp.address().port,
      hostPid: process.pid,
      victimPid: victim.pid!,
    },
    effects() {
      const found = [...events];
      const after = readdirSync(folder).sort();
      if (after.join() !== before.join()) found.push(`files: ${after.join(', ')}`);
      else if (readFileSync(secretFile, 'utf8') !== secret) found.push('a changed file');
      if (!isAlive(victim.pid!)) found.push('a killed process');
      if (markedProcesses(marker).length > 0) found.push('a process left behind');
      return found;
    },
    async close() {
      process.off(SIGNAL, onSignal);
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- how a variable leaves the environment
      delete process.env[VARIABLE];
      for (const pid of markedProcesses(marker)) process.kill(pid, 'SIGKILL');
      victim.kill('SIGKILL');
      udp.close();
      await Promise.all([tcp, local].map(closeServer));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function closeServer(server: Server | undefined): Promise<void> {
  if (server !== undefined) await new Promise((resolve) => server.close(resolve));
}

/** Processes with the marker in their command line; only Linux tells. */
function markedProcesses(marker: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(marker);
      } catch {
        // It has just ended.
        return false;
      }
    })
    .map(Number);
}
