/** Lines of at most that many characters, broken between words; a longer word has a line of its own. */
export function wrapLines(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}

/** A text in lines of at most that width, all after a prefix of which only the first line shows the words. */
export function wrapText(text: string, width: number, prefix: string): string {
  return wrapLines(text, width - prefix.length)
    .map((each, index) => (index === 0 ? prefix : ' '.repeat(prefix.length)) + each)
    .join('\n');
}
