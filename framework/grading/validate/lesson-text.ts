/** A stretch of a lesson, with where it begins in the whole. */
export interface Stretch {
  readonly text: string;
  /** In UTF-16 units, from 0. */
  readonly start: number;
}

const FENCE = /^ {0,3}(?:> ?)*(?<fence>`{3,}|~{3,})(?<language>[^\n`]*)$/;

/** A block of code or of formulas between fences. */
export interface FencedBlock extends Stretch {
  readonly language: string;
  /** Offset of its first fence. */
  readonly fence: number;
  readonly isClosed: boolean;
}

/** A lesson in Markdown, taken apart as far as proofs need it. */
export interface LessonText {
  readonly blocks: readonly FencedBlock[];
  /** What stands in backticks, without them. */
  readonly code: readonly Stretch[];
  /** The lesson of the same length with everything in fences and backticks blank: what is left is prose, formulas and links. */
  readonly prose: string;
}

/** Takes a lesson apart. @param text with line ends as `\n` */
export function readLesson(text: string): LessonText {
  const blocks: FencedBlock[] = [];
  let prose = text;
  const blank = (from: number, to: number): void => {
    prose = prose.slice(0, from) + prose.slice(from, to).replaceAll(/[^\n]/g, ' ') + prose.slice(to);
  };
  let open:
    | { readonly fence: string; readonly language: string; readonly at: number; readonly start: number }
    | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const { fence, language = '' } = FENCE.exec(line)?.groups ?? {};
    const next = at + line.length + 1;
    if (fence !== undefined && open === undefined) {
      open = { fence, language: language.trim(), at, start: next };
    } else if (open !== undefined && fence?.startsWith(open.fence) === true && language.trim() === '') {
      blocks.push({
        text: text.slice(open.start, at),
        start: open.start,
        language: open.language,
        fence: open.at,
        isClosed: true,
      });
      blank(open.at, next - 1);
      open = undefined;
    }
    at = next;
  }
  if (open !== undefined) {
    blocks.push({
      text: text.slice(open.start),
      start: open.start,
      language: open.language,
      fence: open.at,
      isClosed: false,
    });
    blank(open.at, text.length);
  }
  const code = [...prose.matchAll(/(`+)(?!`)([^\n]*?[^`\n])\1(?!`)/g)].map((match) => ({
    text: match[2]!,
    start: match.index + match[1]!.length,
  }));
  for (const { start, text: inside } of code) blank(start, start + inside.length);
  return { blocks, code, prose };
}
