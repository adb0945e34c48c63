import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { version } from '../package.json';
import type { RunResult } from '../experiment/run-result.ts';

// The command as users run it: built, in a process of its own.
const COMMAND = fileURLToPath(new URL('../bin/descent.js', import.meta.url));
const EXPERIMENTS = fileURLToPath(new URL('../../experiments', import.meta.url));
const PENGUINS = join(EXPERIMENTS, 'penguins-species.yaml');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'descent-cli-'));
});

function descent(...command: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...command], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  return { status, stdout, stderr };
}

describe('descent', () => {
  it('prints its version, and help for every command', () => {
    expect(descent('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
    const { stdout } = descent('--help');
    for (const name of ['run', 'validate', 'explain', 'list', 'data', 'predict', 'report', 'doctor']) {
      expect(stdout).toContain(`\n  ${name} `);
      expect(descent(name, '--help')).toMatchObject({ status: 0, stderr: '' });
    }
  });

  it('answers what it does not know with exit code 2 and no stack trace', () => {
    const wrong: [string[], string][] = [
      [['rnu'], "error: unknown command 'rnu'\n(Did you mean run?)\n(add --help for the options)\n"],
      [['run'], "error: missing required argument 'file'\n(add --help for the options)\n"],
      [
        ['run', 'none.yaml'],
        'none.yaml  there is no such file\n  fix       Check the name and the folder.\n',
      ],
      [
        ['run', PENGUINS, '--seed', 'seven'],
        "error: option '--seed <seed>' argument 'seven' is invalid. A whole number is needed.\n(add --help for the options)\n",
      ],
      [
        ['run', PENGUINS, '--backend', 'wsam'],
        'command line:1:9  unknown value "wsam" for backend. Did you mean "wasm"?\n\n  1 | backend=wsam\n    |         ^^^^\n\n  expected  auto, tensorflow-gpu, tensorflow, webgpu, wasm or cpu\n  received  "wsam" (text)\n',
      ],
    ];
    for (const [command, message] of wrong) {
      expect(descent(...command)).toMatchObject({ status: 2, stdout: '', stderr: message });
    }
  });

  it('runs an experiment and prints the result beside its baselines', () => {
    const { status, stdout, stderr } = descent('run', PENGUINS);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^penguins-species: .*\n {2}data {5}train 267 · validation 33 · test 33/);
    expect(stderr).toMatch(
      /\n {2}epoch 1\/100 · train loss 0\.\d+ · validation loss 0\.\d+ · validation accuracy 0\.\d+/,
    );
    expect(stdout).toMatch(/\n {2}this model {12}1\.000 {2}\[1\.000, 1\.000\]/);
    expect(stdout).toMatch(/\n {2}most frequent class {3}0\.455/);
    expect(stdout).toMatch(/\n {2}logistic regression {3}/);
    const report = /\nreport (.*)\n$/.exec(stdout)?.[1];
    expect(readFileSync(join(folder, report!), 'utf8')).toMatch(/^<!doctype html>/i);
  });

  it('prints nothing but the result as JSON when asked to', () => {
    const { status, stdout, stderr } = descent('run', PENGUINS, 'training.epochs=2', '--json');
    expect(stderr).toBe('');
    const result = JSON.parse(stdout) as RunResult & { folder: string };
    expect(result.epochs).toBe(2);
    expect(existsSync(join(folder, result.folder))).toBe(true);
    expect(status).toBe(result.targets.every(({ met }) => met) ? 0 : 1);
  });

  it('exits with 1 when a target is missed', () => {
    const { status, stdout } = descent(
      'run',
      PENGUINS,
      'training.epochs=1',
      'targets={test.accuracy: ">= 1"}',
      'training.optimizer.learningRate=0.0001',
    );
    expect(stdout).toMatch(/\ntarget test\.accuracy >= 1: missed \(0\.\d+\)\n/);
    expect(status).toBe(1);
  });

  it('runs the control with shuffled labels, and says that it is one', () => {
    const { status, stdout } = descent('run', PENGUINS, '--shuffle-labels');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /\nControl: with shuffled labels accuracy on test is 0\.\d+, and 0\.455 for the most frequent class\. It is no better than chance, as it should be\.\n/,
    );
    expect(stdout).not.toContain('\ntarget ');
    const report = readFileSync(join(folder, /\nreport (.*)\n$/.exec(stdout)![1]!), 'utf8');
    expect(report).toContain('A control run: it was trained on shuffled labels.');
    expect(descent('run', PENGUINS, '--shuffle-labels', '--fast')).toMatchObject({
      status: 2,
      stderr:
        "error: option '--shuffle-labels' cannot be used with option '--fast'\n(add --help for the options)\n",
    });
  });

  it('says in one line what the file system refuses', () => {
    writeFileSync(join(folder, 'runs'), 'a file where the folder should be');
    const { status, stderr } = descent('run', PENGUINS, '--fast');
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /runs.*: (a part of the path is a file, not a folder|it exists already) \(E(NOTDIR|EXIST)\)\.\n$/,
    );
    expect(stderr).not.toContain('    at ');
  });

  it.skipIf(process.platform === 'win32')(
    'ends cleanly on Ctrl-C with 130, and goes on when run again',
    async () => {
      const command = ['run', PENGUINS, 'training.epochs=3000', 'training.callbacks=[]'];
      const child = spawn(process.execPath, [COMMAND, ...command], { cwd: folder });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
        // The first checkpoint comes after a second, in which a fast machine does many epochs.
        if (!child.killed && hasCheckpoint(join(folder, 'runs'))) child.kill('SIGINT');
      });
      let stdout = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      const status = await new Promise((resolve) => child.on('close', resolve));
      expect(status).toBe(130);
      expect(stderr).toContain('Stopping after this batch; press Ctrl-C again to quit at once.');
      expect(stdout).toMatch(/^The run was interrupted in epoch \d+\./);
      expect(stdout).toContain('The same command goes on from the last checkpoint.');
      const [run] = readdirSync(join(folder, 'runs'));
      expect(run).toMatch(/^penguins-species-[0-9a-f]{8}\.partial$/);
      expect(existsSync(join(folder, 'runs', run!, 'report.html'))).toBe(true);

      const again = descent(...command);
      expect(again.stderr).toMatch(/going on after epoch \d+ of an interrupted run/);
      expect(again.status).toBe(0);
      expect(readdirSync(join(folder, 'runs'))).toEqual([run!.replace('.partial', '')]);
    },
  );
});

/** Whether the one run of a folder has written a checkpoint. */
function hasCheckpoint(runs: string): boolean {
  const [run] = existsSync(runs) ? readdirSync(runs) : [];
  return run !== undefined && existsSync(join(runs, run, 'checkpoints', 'last.safetensors'));
}
