import { checksReject } from './checks-reject.ts';
import { hints } from './hints.ts';
import { lessonFormulas } from './lesson-formulas.ts';
import { lessonFunctions } from './lesson-functions.ts';
import { lessonLinks } from './lesson-links.ts';
import { lessonPictures } from './lesson-pictures.ts';
import { lessonTable } from './lesson-table.ts';
import { margins } from './margins.ts';
import { mutantsRejected } from './mutants-rejected.ts';
import { picturesCurrent } from './pictures-current.ts';
import { points } from './points.ts';
import { prerequisites } from './prerequisites.ts';
import type { Proof } from './proof.ts';
import { seedsTell } from './seeds-tell.ts';
import { solutionPasses } from './solution-passes.ts';
import { starterFails } from './starter-fails.ts';
import { starterGenerated } from './starter-generated.ts';
import { starterHidesSolution } from './starter-hides-solution.ts';
import { starterTypes } from './starter-types.ts';
import { withinLimits } from './within-limits.ts';

/** Everything that is proven of an exercise, the quickest first. That exercise.yaml fits its schema comes before all. */
export const PROOFS: readonly Proof[] = [
  prerequisites,
  starterGenerated,
  starterHidesSolution,
  hints,
  points,
  lessonLinks,
  lessonFormulas,
  lessonFunctions,
  lessonTable,
  lessonPictures,
  starterTypes,
  starterFails,
  solutionPasses,
  picturesCurrent,
  margins,
  withinLimits,
  mutantsRejected,
  checksReject,
  seedsTell,
];
