import type { Exercise } from '../kit/kit.ts';

/** The page that greets students in their kit. */
export function studentReadme(
  exercises: readonly Exercise[],
  { isVisible }: { readonly isVisible: boolean },
): string {
  const rows = exercises.map(({ manifest: { id, title, minutes, summary } }) => {
    return `- [${id.slice(0, 2)} · ${title}](exercises/${id}/README.md), about ${minutes} minutes. ${summary}`;
  });
  const first = exercises[0]?.manifest.id.slice(0, 2) ?? '01';
  const showable = exercises.find(({ manifest }) => manifest.pictures.length > 0)?.manifest.id.slice(0, 2);
  const showLine =
    showable === undefined
      ? ''
      : `npx descent show ${showable}       pictures of what your code does, as a page for your browser\n`;
  const checks = isVisible
    ? `\`\`\`
npm test                  all exercises that you have started
npm test -- ${first}            the checks of one exercise
npx descent watch ${first}      the same at every save
npx descent hint ${first}       a hint for the task where you are; again for a clearer one
${showLine}npx descent reset ${first}      start over; your file is kept as a backup
npx descent list          how far you are
\`\`\`

Some checks are hidden: they run on other data when you have handed in.`
    : `\`\`\`
npx descent hint ${first}       a hint for the task where you are; again for a clearer one
npx descent reset ${first}      start over; your file is kept as a backup
npx descent list          the exercises
\`\`\`

The checks run when you have handed in.`;
  return `# Exercises

You need Node.js 20 or newer, nothing else. Once, in this folder:

\`\`\`
npm ci
\`\`\`

Each exercise has a lesson (\`README.md\`) and a file to edit. Begin with the first.

${rows.join('\n')}

## Commands

${checks}

Something does not run? \`npx descent doctor\` looks for the cause.
`;
}
