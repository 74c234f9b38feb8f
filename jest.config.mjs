/** A group of tests with what has to be built before any of them runs: nothing, the add-on and workbench, the page too. */
const group = (displayName, setup, folders) => ({
  displayName,
  testEnvironment: 'node',
  globalSetup: `<rootDir>/test/setup/${setup}.mjs`,
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.{ts,tsx}`),
  transform: { '\\.(ts|tsx|js|mjs)$': '<rootDir>/test/setup/transform.mjs' },
  transformIgnorePatterns: ['/node_modules/(?!(numfmt|@noble)/)', '/dist/', '/\\.cache/'],
  moduleNameMapper: { '^numfmt$': '<rootDir>/node_modules/numfmt/dist/index.js' },
});

const beyondUnits = ['whole', 'workbench', 'browser'];

export default {
  projects: [
    group('unit', 'unit', [`!(${beyondUnits.join('|')})`]),
    group('whole', 'whole', ['whole', 'workbench/!(page)']),
    group('browser', 'browser', ['workbench/page', 'browser']),
  ],
  testTimeout: 300_000,
  maxWorkers: 2,
};
