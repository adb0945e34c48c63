import type { Command } from 'commander';
import type { ExportCommand } from './export.ts';
import type { GradeCommand } from './grade-run.ts';
import type { GradeShowCommand } from './grade-show.ts';
import type { GradeStatsCommand } from './grade-stats.ts';
import type { RegradeCommand } from './regrade.ts';
import { wholeNumber } from './whole-number.ts';

const GRADES = ['--grades <folder>', 'where the grades are', 'grades'] as const;

/** Adds what instructors do: grade, grade show, grade stats, regrade, export. */
export function addGradeCommands(program: Command, write: (text: string) => void): void {
  const grade = withGradingOptions(program.command('grade'))
    .description('grade a class; the same command goes on where it was interrupted')
    // Options after "show" or "stats" are theirs.
    .enablePositionalOptions()
    .addHelpText(
      'after',
      '\nA folder of submissions that is called show or stats is written ./show or ./stats.',
    )
    .action(async (submissions: string, options: Omit<GradeCommand, 'submissions'>) => {
      const { grade: run } = await import('./grade.ts');
      process.exitCode = await run({ submissions, ...options }, { write });
    });

  grade
    .command('show')
    .description('what a student sees of their grade, and what only you may see')
    .argument('<student>', 'as in the gradebook')
    .argument('[exercise]', 'number, id or title; by default all')
    .option(...GRADES)
    .option('--json', 'print the results as JSON', false)
    .action(
      async (
        student: string,
        exercise: string | undefined,
        options: Omit<GradeShowCommand, 'student' | 'exercise'>,
      ) => {
        const { gradeShow } = await import('./grade-show.ts');
        const chosen = exercise === undefined ? {} : { exercise };
        process.exitCode = await gradeShow({ student, ...chosen, ...options }, { write });
      },
    );

  grade
    .command('stats')
    .description('per check: who passed, the time, the most frequent wrong answers')
    .option(...GRADES)
    .option('--json', 'print them as JSON', false)
    .action(async (options: GradeStatsCommand) => {
      const { gradeStats } = await import('./grade-stats.ts');
      process.exitCode = await gradeStats(options, { write });
    });

  withGradingOptions(program.command('regrade'))
    .description('grade anew what changed checks changed, and show whose points rise and fall')
    .option('--apply', 'write the new gradebook', false)
    .action(async (submissions: string, options: Omit<RegradeCommand, 'submissions'>) => {
      const { regrade } = await import('./regrade.ts');
      process.exitCode = await regrade({ submissions, ...options }, { write });
    });

  program
    .command('export')
    .description(
      'write grades for another system: csv, html, canvas, moodle, gradescope, classroom50, junit, jplag',
    )
    .argument('<format>', 'one of these')
    .option(...GRADES)
    .option('--out <folder>', 'where the files go; by default exports/<format> in the folder of grades')
    .option('--exercises <names>', 'such as 02,04; by default all of the gradebook')
    .option('--template <file>', 'of canvas and moodle: a file exported from there, to be filled in')
    .option('--course <file>', 'the course file with the roster; by default course.yaml, if there is one')
    .option('--skip-unknown', 'of moodle: leave out whom it would not know', false)
    .option('--classroom <name>', 'of classroom50: its short name')
    .option('--submissions <folder>', 'of jplag: what was handed in')
    .option('--from <form>', 'of jplag: folders, moodle, canvas or gradescope; by default recognised')
    .action(async (format: string, options: Omit<ExportCommand, 'format'>) => {
      const { exportGrades } = await import('./export.ts');
      process.exitCode = await exportGrades({ format, ...options }, { write });
    });
}

function withGradingOptions(command: Command): Command {
  return command
    .argument(
      '<submissions>',
      'a folder with a folder or zip per student, or an unpacked export of a platform',
    )
    .option('--exercises <names>', 'such as 02,04; by default those of the course')
    .option(
      '--jobs <number>',
      'how many submissions are graded at once; by default one per core',
      wholeNumber,
    )
    .option('--out <folder>', 'where grades go', 'grades')
    .option('--course <file>', 'the course file; by default course.yaml, if there is one')
    .option('--from <form>', 'folders, moodle, canvas or gradescope; by default recognised')
    .option(
      '--level <level>',
      'run submissions at this level of isolation: bwrap, container, limited, unprotected',
    )
    .option('--allow-level <level>', 'the lowest level that will do; by default bwrap or container')
    .option('--json', 'print the gradebook, or its changes, as JSON, nothing else', false);
}
