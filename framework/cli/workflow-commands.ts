/**
 * Makes text harmless for the log of a GitHub workflow, in which lines such as `::add-mask::x` or `##[error]` are commands: what a
 * student prints, or calls a file, must not be one. Elsewhere text stays as it is.
 * @param isWorkflow whether a workflow runs this; its runner sets `GITHUB_ACTIONS`
 */
export function withoutWorkflowCommands(
  text: string,
  isWorkflow = process.env.GITHUB_ACTIONS === 'true',
): string {
  if (!isWorkflow) return text;
  return text.replaceAll(/^([^\S\n]*):(?=:)/gm, '$1: ').replaceAll(/##(?=\[)/g, '# #');
}
