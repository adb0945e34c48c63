import type { Exercise } from '../kit/kit.ts';
import type { Submission } from '../intake/submission.ts';
import type { Gradebook, GradebookCell, GradebookRow } from '../class/gradebook.ts';
import type { ExerciseResult } from '../result/result.ts';
import type { Template } from './template.ts';

/** A file of an export. */
export interface ExportedFile {
  /** Below the folder of the export, with `/`. */
  readonly path: string;
  readonly content: string;
}

/** What an export is made of. */
export interface ExportInput {
  readonly gradebook: Gradebook;
  /** Reads one result; undefined where nothing was handed in. Results are never held for a whole class. */
  resultOf(student: string, cell: GradebookCell): Promise<ExerciseResult | undefined>;
  readonly options: ExportOptions;
  /** Tells the instructor something that needs no action of the program, in a sentence. */
  note(text: string): void;
}

/** What an instructor may say about an export. */
export interface ExportOptions {
  /** A file of the other system that is to be filled in. */
  readonly template?: Template;
  /** Students of the roster; absent without one. */
  readonly roster?: ReadonlySet<string>;
  /** Leave out whom the other system would not know, instead of refusing. */
  readonly skipUnknown?: boolean;
  /** For Classroom 50. */
  readonly classroom?: Classroom;
  /** What was handed in, for formats that hold the files themselves. */
  readonly handedIn?: HandedIn;
}

/** What Classroom 50 knows and a gradebook does not. */
export interface Classroom {
  /** Its short name. */
  readonly name: string;
  /** Of the one submission that is graded inside a workflow; the runner sets these. */
  readonly submission?: string;
  readonly commit?: string;
  readonly release?: string;
  readonly review?: string;
}

/** The submissions of a class, and the exercises whose files are looked for in them. */
export interface HandedIn {
  readonly submissions: readonly Submission[];
  readonly exercises: readonly Pick<Exercise, 'manifest'>[];
}

/** One format: from gradebook and results to files. It reads no clock and writes nothing. */
export interface Exporter {
  readonly format: string;
  /** For whom it is, in a few words. */
  readonly summary: string;
  /** @throws ProblemsError when the other system would refuse what would come of it */
  export(input: ExportInput): AsyncIterable<ExportedFile>;
}

/** One exercise of one student with its place in the gradebook. */
export interface ExportedCell {
  readonly row: GradebookRow;
  readonly cell: GradebookCell;
  readonly exercise: Gradebook['exercises'][number];
  readonly result: ExerciseResult | undefined;
}

/** Every cell of a gradebook with its result, student by student; one result is held at a time. */
export async function* eachCell({ gradebook, resultOf }: ExportInput): AsyncGenerator<ExportedCell, void> {
  for (const row of gradebook.rows) {
    for (const [index, cell] of row.cells.entries()) {
      const exercise = gradebook.exercises[index]!;
      yield { row, cell, exercise, result: await resultOf(row.student, cell) };
    }
  }
}
