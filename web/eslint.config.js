import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const notHere = (message, ...group) => ({ group, message });
const antd = notHere(
  'This app does not use antd.',
  'antd',
  'antd/*',
  '@ant-design/*',
  '@/shared/ui/antd',
  '@/shared/ui/antd/*',
);
const mobile = notHere(
  'antd-mobile belongs to h5.',
  'antd-mobile',
  'antd-mobile/*',
  '@/shared/ui/mobile',
  '@/shared/ui/mobile/*',
);
const apps = (...names) =>
  notHere(
    'Apps never import each other.',
    ...names.flatMap((name) => [`@/${name}`, `@/${name}/*`, `**/../${name}/*`]),
  );
const restrict = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default tseslint.config(
  { ignores: ['dist', 'playwright-report', 'test-results', 'src/shared/api/schema'] },
  ...tseslint.configs.recommended,
  reactHooks.configs.flat.recommended,
  jsxA11y.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-console': 'error',
      // Regions that scroll must take the focus.
      'jsx-a11y-x/no-noninteractive-tabindex': ['error', { tags: [], roles: ['tabpanel', 'region'] }],
    },
  },
  { files: ['src/h5/sw.js'], languageOptions: { globals: { self: 'readonly', caches: 'readonly' } } },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
  { files: ['src/portal/**'], rules: restrict(mobile, apps('h5', 'admin')) },
  { files: ['src/admin/**'], rules: restrict(mobile, apps('h5', 'portal')) },
  { files: ['src/h5/**'], rules: restrict(antd, apps('portal', 'admin')) },
  { files: ['src/shared/**'], rules: restrict(antd, mobile, apps('portal', 'h5', 'admin')) },
  { files: ['src/shared/ui/antd/**'], rules: restrict(mobile, apps('portal', 'h5', 'admin')) },
  { files: ['src/shared/ui/mobile/**'], rules: restrict(antd, apps('portal', 'h5', 'admin')) },
);
