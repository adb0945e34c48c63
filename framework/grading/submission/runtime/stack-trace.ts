import type { FaultPlace } from './submission-fault.ts';

/** How many frames V8 records: TensorFlow.js puts dozens of its own on top of the student's. */
const RECORDED_FRAMES = 200;
const SHOWN_FRAMES = 10;

/**
 * Makes stack traces show only the student's own files, with the places of the source as it was written.
 * @param locate the place in the source behind a place in compiled code
 */
export function showOnlyStudentFrames(
  locate: (file: string, line: number, column: number) => FaultPlace | undefined,
): void {
  Error.stackTraceLimit = RECORDED_FRAMES;
  Error.prepareStackTrace = (error, frames) => {
    const lines = frames.flatMap((frame) => {
      const place = locate(
        frame.getFileName() ?? '',
        frame.getLineNumber() ?? 0,
        frame.getColumnNumber() ?? 0,
      );
      if (place === undefined) return [];
      const name = frame.getFunctionName();
      const where = `${place.file}:${place.line}:${place.column}`;
      return [`    at ${name === null ? where : `${name} (${where})`}`];
    });
    return [String(error), ...lines.slice(0, SHOWN_FRAMES)].join('\n');
  };
}

/** The innermost place of a stack trace as {@link showOnlyStudentFrames} makes it; none when there is none. */
export function placeInStack(stack: string): FaultPlace {
  const match = /^ {4}at (?:.* \()?([^()\s]+):(\d+):(\d+)\)?$/m.exec(stack);
  return match === null ? {} : { file: match[1]!, line: Number(match[2]), column: Number(match[3]) };
}
