import js from '@eslint/js';
import typescript from 'typescript-eslint';

/** Which rooms a room may import from, besides itself. The arrows of the design point one way; see CONTRIBUTING.md. */
const ARROWS = {
  random: [],
  component: [],
  document: [],
  page: [],
  backend: ['document'],
  data: ['random', 'component', 'document'],
  model: ['random', 'component', 'backend'],
  metrics: ['random', 'component', 'data'],
  training: ['model', 'data', 'metrics', 'backend', 'random', 'component'],
  experiment: ['training', 'model', 'data', 'metrics', 'backend', 'random', 'component', 'document'],
  report: ['experiment', 'training', 'data', 'metrics', 'component', 'document', 'page'],
  grading: [
    'experiment',
    'training',
    'model',
    'data',
    'metrics',
    'backend',
    'random',
    'component',
    'document',
    'page',
  ],
  cli: [
    'grading',
    'experiment',
    'report',
    'training',
    'model',
    'data',
    'metrics',
    'backend',
    'random',
    'component',
    'document',
    'page',
  ],
};

/** Approximations that engines may make otherwise; see docs/decisions/reproducible-mode.md. */
const ENGINE_DEPENDENT =
  'acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow sin sinh tan tanh'
    .split(' ')
    .map((property) => ({
      object: 'Math',
      property,
      message:
        'Its last bits may differ between versions of Node: use framework/random/power.ts, logarithm or sine.',
    }));
const ENGINE_DEPENDENT_POWER = {
  // Whole powers of two are exact in every engine.
  selector: "BinaryExpression[operator='**']:not([left.value=2])",
  message:
    'Its last bits may differ between versions of Node: multiply, or use integerPower of framework/random/power.ts.',
};

const rooms = Object.keys(ARROWS);
const arrowRules = rooms.map((room) => {
  const forbidden = rooms.filter((other) => other !== room && !ARROWS[room].includes(other));
  return {
    files: [`framework/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...(forbidden.length > 0
              ? [
                  {
                    regex: `^(\\.\\./)+(${forbidden.join('|')})/`,
                    message: `framework/${room} may import only from: ${ARROWS[room].join(', ') || 'nothing'}.`,
                  },
                ]
              : []),
            {
              regex: '^@tensorflow/tfjs-(core|layers|backend-cpu|backend-wasm)',
              message: "Import TensorFlow.js as '#tensorflow': one copy per process.",
            },
            {
              regex: '^(\\.\\./)+index\\.ts$',
              message: 'The public index is for users; import the file itself.',
            },
          ],
        },
      ],
    },
  };
});

export default typescript.config(
  {
    ignores: [
      // Wrong answers, 1,300 of them: they are formatted and type-checked, which is enough.
      'graders/*/mutants/**',
      '**/node_modules',
      '**/dist',
      'runs',
      'schemas/examples',
      'framework/backend/kernels/assembly/*.ts',
      // Made from the solutions, and then the students' own.
      'exercises/*/*.ts',
      'starters',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...typescript.configs.strictTypeChecked, ...typescript.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Indices into typed arrays within bounds are known by the loop, not by the compiler.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
  ...arrowRules,
  {
    files: ['random', 'data', 'model', 'metrics', 'training'].map((room) => `framework/${room}/**/*.ts`),
    ignores: ['**/*.test.ts', '**/fixtures/**', '**/testing.ts'],
    rules: {
      'no-restricted-properties': ['error', ...ENGINE_DEPENDENT],
      'no-restricted-syntax': ['error', ENGINE_DEPENDENT_POWER],
    },
  },
  {
    // The starter that is made from a solution throws it.
    files: ['solutions/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^TodoError$' }] },
  },
  { files: ['framework/backend/tensorflow.bundle.ts'], rules: { 'no-restricted-imports': 'off' } },
);
