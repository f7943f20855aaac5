import { defineConfig } from 'oxlint';

const notHere = (message, ...group) => ({ group, message });
const antd = notHere(
  'This app does not use antd.',
  'antd',
  'antd/**',
  '@ant-design/**',
  '@/shared/ui/antd',
  '@/shared/ui/antd/**',
);
const mobile = notHere(
  'antd-mobile belongs to h5.',
  'antd-mobile',
  'antd-mobile/**',
  '@/shared/ui/mobile',
  '@/shared/ui/mobile/**',
);
const questions = {
  group: ['antd-mobile'],
  importNames: ['ActionSheet', 'DatePicker', 'Dialog', 'Modal', 'Picker', 'Popup'],
  message: 'They leave the focus on the page behind: use what @/shared/ui/mobile asks with.',
};
const apps = (...names) =>
  notHere(
    'Apps never import each other.',
    ...names.flatMap((name) => [`@/${name}`, `@/${name}/**`, `**/../${name}/**`]),
  );
const restrict = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns }],
});

/** What the oldest browser of `vite.app.ts` does not have. */
const newer = [
  ...['toSorted', 'toReversed', 'toSpliced', 'groupBy', 'fromAsync', 'withResolvers', 'isWellFormed'].map(
    (property) => ({ property, message: 'Newer than the oldest browser that the apps are built for.' }),
  ),
  ...['any', 'timeout'].map((property) => ({
    object: 'AbortSignal',
    property,
    message: 'Newer than the oldest browser that the apps are built for.',
  })),
  {
    property: 'randomUUID',
    message: 'Only in secure contexts: newIdempotencyKey of @/shared/api/client is everywhere.',
  },
];

export default defineConfig({
  jsPlugins: ['./oxlint.rules.mjs'],
  plugins: ['eslint', 'typescript', 'react', 'jsx-a11y', 'oxc'],
  // Covers the hooks and what the React Compiler refuses.
  categories: { correctness: 'error' },
  ignorePatterns: ['dist', 'playwright-report', 'test-results', 'src/shared/api/schema'],
  options: { reportUnusedDisableDirectives: 'error' },
  rules: {
    'no-console': 'error',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    'no-var': 'error',
    'prefer-const': 'error',
    'prefer-rest-params': 'error',
    'prefer-spread': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    'typescript/no-empty-object-type': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-namespace': 'error',
    'typescript/no-require-imports': 'error',
    'typescript/no-unsafe-function-type': 'error',
    'react/exhaustive-deps': 'error',
    'react/rules-of-hooks': 'error',
    // A status that is no output of a form, an empty corner of a table.
    'jsx-a11y/prefer-tag-over-role': 'off',
    'jsx-a11y/control-has-associated-label': 'off',
    // What follows the pointer or the focus about is no action of its own.
    'jsx-a11y/no-noninteractive-element-interactions': [
      'error',
      { handlers: ['onClick', 'onMouseDown', 'onMouseUp', 'onKeyPress', 'onKeyDown', 'onKeyUp'] },
    ],
    // Regions that scroll must take the focus.
    'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['tabpanel', 'region'] }],
  },
  overrides: [
    { files: ['scripts/**'], rules: { 'no-console': 'off' } },
    // For browsers that know nothing newer.
    { files: ['public/browser.js'], rules: { 'no-var': 'off' } },
    {
      files: ['src/**'],
      rules: { 'zhengqi/no-look-behind': 'error', 'no-restricted-properties': ['error', ...newer] },
    },
    // They run in Node.
    { files: ['src/**/*.test.{ts,tsx}'], rules: { 'no-restricted-properties': 'off' } },
    { files: ['src/portal/**'], rules: restrict(mobile, apps('h5', 'admin')) },
    { files: ['src/admin/**'], rules: restrict(mobile, apps('h5', 'portal')) },
    { files: ['src/h5/**'], rules: restrict(antd, questions, apps('portal', 'admin')) },
    { files: ['src/shared/**'], rules: restrict(antd, mobile, apps('portal', 'h5', 'admin')) },
    { files: ['src/shared/ui/antd/**'], rules: restrict(mobile, apps('portal', 'h5', 'admin')) },
    { files: ['src/shared/ui/mobile/**'], rules: restrict(antd, questions, apps('portal', 'h5', 'admin')) },
  ],
});
