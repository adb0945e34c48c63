/* eslint-disable no-control-regex -- JSON forbids control characters in texts */
const TOKEN =
  /\s*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/**
 * The line of the first fault in a text that is no JSON, from 1, and what stands there. `JSON.parse` says it in
 * another way in every version of Node, and in some not at all.
 */
export function findJsonFault(text: string): { readonly line: number; readonly found: string } {
  const token = new RegExp(TOKEN);
  const open: string[] = [];
  /** What may come next: a value, a key, or what follows a value. */
  let next: 'value' | 'key' | 'colon' | 'after' = 'value';
  let mayClose = false;
  let offset = 0;
  for (;;) {
    token.lastIndex = offset;
    const match = token.exec(text);
    if (!match) break;
    const [, sign, string] = match;
    const isValue = sign === undefined;
    if (sign === '{' || sign === '[') {
      if (next !== 'value') break;
      open.push(sign);
      next = sign === '{' ? 'key' : 'value';
      mayClose = true;
    } else if (sign === '}' || sign === ']') {
      const opened = open.at(-1);
      if (opened !== (sign === '}' ? '{' : '[') || !(next === 'after' || mayClose)) break;
      open.pop();
      next = 'after';
      mayClose = false;
    } else if (sign === ',') {
      if (next !== 'after' || open.length === 0) break;
      next = open.at(-1) === '{' ? 'key' : 'value';
      mayClose = false;
    } else if (sign === ':') {
      if (next !== 'colon') break;
      next = 'value';
    } else if (isValue && next === 'key' && string !== undefined) {
      next = 'colon';
      mayClose = false;
    } else if (isValue && next === 'value') {
      next = 'after';
      mayClose = false;
    } else {
      break;
    }
    offset = token.lastIndex;
  }
  const at = offset + /^\s*/.exec(text.slice(offset))![0].length;
  const line = text.slice(0, at).split('\n').length;
  const found = /^(?:[A-Za-z_]\w*|-?[A-Za-z]\w*|.)/su.exec(text.slice(at))?.[0];
  return { line, found: found === undefined ? 'the end of the file' : `"${found}"` };
}
