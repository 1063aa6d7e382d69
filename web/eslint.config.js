import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['dist', 'src/api/types.ts', 'test-results', 'playwright-report'] },
  ...ts.configs.strictTypeChecked,
  ...ts.configs.stylisticTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: { project: ['./tsconfig.json', './tsconfig.node.json', './tsconfig.worker.json'], extraFileExtensions: ['.svelte'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `dataset` and Fluent hold whatever the page wrote: their members are not declared.
      '@typescript-eslint/dot-notation': 'off',
      // Addresses are values here: state holds them whole and never changes one.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  { ...ts.configs.disableTypeChecked, files: ['*.config.js', 'build/*.mjs', 'e2e/*.mjs'] },
  { files: ['*.config.js', 'build/*.mjs', 'e2e/*.mjs'], languageOptions: { globals: globals.node } },
);
