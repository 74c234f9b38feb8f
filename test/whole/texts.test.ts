import { texts, veryLong } from '../../workbench/clockify/world/quirks/texts';
import { expectGolden } from './golden';
import { newGround, type Wish } from './ground';

/** One description of `texts` a day from 5 January on; on the 31st one that no cell can hold. */
const wish: Wish = {
  accounts: ['Quirks'],
  days: ['2026-01-05', '2026-01-30'],
  columns: ['date', 'description', 'user', 'duration'],
};

/** What a cell can hold of them: everything but the null character. */
const HELD = texts.map((text) => text.replaceAll('\u0000', ''));

const LOCALES = ['en_US', 'de_DE'] as const;
const READINGS = ['literal', 'typed'] as const;

const ground = newGround();

async function descriptions(): Promise<unknown[]> {
  const query = await ground.fill(wish);
  const { values } = await ground.table(query);
  return values.slice(1).map(([, description]) => description);
}

describe.each(LOCALES)('in %s', (locale) => {
  describe.each(READINGS)('where plain text is read as %s', (plainText) => {
    beforeEach(() => ground.open({ locale, plainText }));

    test('every text stays the text it was', async () => {
      expect(await descriptions()).toEqual(HELD);
    });

    test('no cell is a formula', async () => {
      await descriptions();
      expect(ground.sheet.formulas('Time entries').flat().filter(Boolean)).toEqual([]);
    });

    test('texts stay what they were in a column that was formatted as plain text', async () => {
      const query = await ground.fill(wish);
      const { tab } = await ground.table(query);
      ground.sheet.setAttribute(tab, 'B2:B40', 'numberFormat', '@');
      await ground.refresh(query);
      const { values } = await ground.table(query);
      expect(values.slice(1).map(([, description]) => description)).toEqual(HELD);
    });

    test('no cell of a column formatted as plain text becomes a formula', async () => {
      const query = await ground.fill(wish);
      const { tab } = await ground.table(query);
      ground.sheet.setAttribute(tab, 'A1:D40', 'numberFormat', '@');
      await ground.refresh(query);
      expect(ground.sheet.formulas(tab).flat().filter(Boolean)).toEqual([]);
    });

    test('texts stay what they were where a tab was formatted as plain text before', async () => {
      ground.sheet.setAttribute('Sheet1', 'A1:Z1000', 'numberFormat', '@');
      const sheet = ground.sheet.tabs()[0].id;
      const query = await ground.fill({ ...wish, target: { kind: 'cell', sheet, row: 3, column: 2 } });
      const { values } = await ground.table(query);
      expect(values.slice(1).map(([, description]) => description)).toEqual(HELD);
    });

    test('a header of the user’s own stays text', async () => {
      const query = await ground.query(wish);
      const columns = [
        { field: 'date', title: '=1+1' },
        { field: 'description', title: '007' },
      ];
      await ground.session.saveQuery({ ...query, columns });
      await ground.refresh(query);
      const { values } = await ground.table(query);
      expect(values[0]).toEqual(['=1+1', '007']);
    });
  });
});

test('texts have their golden table', async () => {
  expectGolden('time-entries.quirks.texts', await ground.table(await ground.fill(wish)));
});

test('a text that no cell can hold is cut, and shows that it is', async () => {
  const query = await ground.fill({ ...wish, days: ['2026-01-31', '2026-01-31'], columns: ['description'] });
  const { values } = await ground.table(query);
  expect(values[1][0]).toBe(`${veryLong.slice(0, 49_998)}…`);
});
