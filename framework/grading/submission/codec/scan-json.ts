import { CodecError } from './codec-error.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_RECORD = 0x7b;
const CLOSE_RECORD = 0x7d;

/**
 * Counts values and nesting of JSON text before it is parsed, as parsing four megabytes of `[[[[…` would take
 * a hundred times their memory. Text that is no JSON may pass; the parser refuses it.
 * @throws CodecError when there are more values or levels than allowed.
 */
export function scanJson(text: Uint8Array, limits: { depth: number; values: number }): void {
  let depth = 0;
  let values = 1;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const byte = text[index]!;
    if (inString) {
      if (byte === BACKSLASH) index++;
      else if (byte === QUOTE) inString = false;
      continue;
    }
    if (byte === QUOTE) inString = true;
    else if (byte === COMMA) values++;
    else if (byte === OPEN_LIST || byte === OPEN_RECORD) {
      depth++;
      values++;
      if (depth > limits.depth) throw new CodecError(`sent a head nested deeper than ${limits.depth}`);
    } else if (byte === CLOSE_LIST || byte === CLOSE_RECORD) depth--;
    if (values > limits.values) throw new CodecError(`sent a head of more than ${limits.values} values`);
  }
}
