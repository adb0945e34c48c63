/** Width of the text that commands print. */
const WIDTH = 100;

/** Lines of two columns, both indented by two blanks; the right one is wrapped, its line breaks are kept. */
export function twoColumns(lines: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...lines.map(([left]) => left.length)) + 2;
  return lines.flatMap(([left, right]) => {
    const wrapped = right.split('\n').flatMap((line) => wrap(line, WIDTH - 2 - width));
    return wrapped.map((line, index) => `  ${(index === 0 ? left : '').padEnd(width)}${line}`.trimEnd());
  });
}

/** A paragraph, indented by two blanks. */
export function paragraph(text: string): string[] {
  return wrap(text, WIDTH - 2).map((line) => `  ${line}`);
}

/** Breaks a text between words into lines of at most that many characters. */
function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
