/** Types are checked by `npm run types`; here files are only transpiled. */
const transform = {
  '^.+\\.(ts|tsx|js|mjs)$': [
    'ts-jest',
    {
      diagnostics: false,
      tsconfig: {
        target: 'ES2022',
        module: 'CommonJS',
        esModuleInterop: true,
        isolatedModules: true,
        allowJs: true,
        jsx: 'react-jsx',
        jsxImportSource: 'preact',
      },
    },
  ],
};

export default {
  globalSetup: '<rootDir>/test/setup.mjs',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  transform,
  transformIgnorePatterns: ['/node_modules/(?!numfmt/)', '/dist/', '/\\.cache/'],
  moduleNameMapper: { '^numfmt$': '<rootDir>/node_modules/numfmt/dist/index.js' },
  testTimeout: 300_000,
  maxWorkers: 2,
};
