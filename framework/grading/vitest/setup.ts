import { receiveChecks } from '../check/exercise.ts';
import { registerExercise } from './register-exercise.ts';

// Vitest runs this before each grader file: what the file declares becomes tests.
receiveChecks(registerExercise);
