import { EXIT } from './exit.ts';

/** A wish to stop, from Ctrl-C or a polite kill. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** Gives the signals back their usual effect. */
  dispose(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Turns the first Ctrl-C (or `kill`) into a wish to end cleanly; the second ends the process at once.
 * @param announce called once, on the first
 */
export function onInterrupt(announce: () => void): Interrupt {
  const controller = new AbortController();
  const handle = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    announce();
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, handle);
  return {
    signal: controller.signal,
    dispose: () => {
      for (const signal of SIGNALS) process.off(signal, handle);
    },
  };
}
