import process from 'node:process';

/** Where a session writes, and the keys that its user presses. */
export interface Terminal {
  /** Whether single keys arrive. */
  readonly hasKeys: boolean;
  write(text: string): void;
  /** Begins with an empty screen, where there is one; elsewhere with an empty line. */
  clear(): void;
  /** @returns ends it and gives the terminal back */
  onKey(listener: (key: string) => void): () => void;
}

const CLEAR_SCREEN = '\u001b[2J\u001b[H';
const ESCAPE = '\u001b';

/** The terminal of this process. Only a real one is put into raw mode, and only while keys are listened to. */
export function openTerminal(
  input: NodeJS.ReadStream = process.stdin,
  output: NodeJS.WriteStream = process.stdout,
): Terminal {
  return {
    hasKeys: input.isTTY,
    write: (text) => void output.write(text),
    clear: () => void output.write(output.isTTY ? CLEAR_SCREEN : '\n'),
    onKey(listener) {
      if (!input.isTTY) return () => undefined;
      const take = (text: string): void => {
        // Arrows and function keys come as sequences, which mean nothing here.
        if (text.startsWith(ESCAPE)) return;
        for (const key of text) listener(key);
      };
      const giveBack = (): void => {
        input.setRawMode(false);
      };
      input.setRawMode(true);
      input.setEncoding('utf8').on('data', take).resume();
      process.once('exit', giveBack);
      return () => {
        input.off('data', take).pause();
        giveBack();
        process.off('exit', giveBack);
      };
    },
  };
}
