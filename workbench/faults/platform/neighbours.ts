import type { Query } from '../../../src/query/query';
import type { OnCall } from '../../gas/gate';
import { type Ground, queryOf } from '../ground';
import { endedOrRefused } from '../interrupt';
import { keep, putBack } from '../keep';
import type { Trouble } from '../platform';
import { ACCOUNT, COLUMNS, DAYS, fresh, refreshed, type Stand, stand } from '../stand';
import { faultsOfFresh } from '../whole';
import { faultsOfRefresh } from './ending';

const MOMENTS = { short: 2, full: 40 };

/** Somebody does something at a moment of a refresh that chance chooses, so many times over; `until` a call, or at any time. */
function meanwhile(what: string, act: (ground: Ground) => void, until?: string): Trouble {
  return {
    what: `${what} while it is refreshed`,
    async run(ground, chance, short) {
      const { session } = ground;
      const stood = await stand(ground);
      const start = keep(session);
      const calls: string[] = [];
      await ground.refresh(stood.query, { onCall: ({ name }) => void calls.push(name) });
      const last = until === undefined ? calls.length : calls.indexOf(until);
      const moments = short ? MOMENTS.short : MOMENTS.full;
      const faults: string[] = [];
      for (let moment = 0; moment < moments; moment++) {
        putBack(session, start);
        const at = Math.floor(chance() * last);
        const onCall: OnCall = ({ index }) => {
          if (index === at) act(ground);
        };
        await endedOrRefused(() => session.refresh(stood.query.id, { onCall }));
        const found = await refreshed(ground, stood);
        faults.push(...found.map((fault) => `before call ${at}: ${fault}`));
      }
      return { cases: moments, faults };
    },
  };
}

/** Something stands in the way of a table until it is taken away again. */
function inTheWay(
  what: string,
  put: (ground: Ground, stood: Stand) => void,
  away: (ground: Ground, stood: Stand) => void,
  codes: readonly string[],
): Trouble {
  return {
    what,
    async run(ground) {
      const stood = await stand(ground);
      put(ground, stood);
      const faults = await faultsOfRefresh(ground, stood, undefined, codes);
      away(ground, stood);
      return { cases: 1, faults: [...faults, ...(await refreshed(ground, stood))] };
    },
  };
}

const others = { editors: ['somebody'] };

function unprotect({ session, sheet }: Ground): void {
  const { workbook } = session.platform;
  workbook.edit(sheet.tabs()[0].id).protections = [];
}

export const neighbours: readonly Trouble[] = [
  inTheWay(
    'A protected table',
    ({ session }) => session.platform.protect('Sheet1', 'B3:C5', others),
    unprotect,
    ['target-protected'],
  ),
  inTheWay(
    'A protected header',
    ({ session }) => session.platform.protect('Sheet1', 'B3:C3', others),
    unprotect,
    ['target-protected'],
  ),
  inTheWay(
    'A protected cell where the table grows',
    ({ session }) => session.platform.protect('Sheet1', 'C8', others),
    unprotect,
    ['target-protected'],
  ),
  inTheWay(
    'A table of Google Sheets with typed columns over ours',
    ({ sheet }) => sheet.makeTable('Sheet1', 'B3:C5'),
    ({ sheet }) => sheet.removeTables('Sheet1'),
    ['target-typed'],
  ),
  inTheWay(
    'Somebody’s cell where the table grows',
    ({ sheet }, stood) => {
      sheet.type('Sheet1', 'B8', 'mine');
      stood.mine += 1;
    },
    ({ sheet }, stood) => {
      sheet.clear('Sheet1', 'B8');
      stood.mine -= 1;
    },
    ['cells-in-the-way'],
  ),
  {
    what: 'The spreadsheet’s zone changed',
    async run(ground) {
      const query = await ground.fill({
        accounts: [ACCOUNT],
        days: DAYS,
        columns: ['date', 'start', 'duration'],
      });
      const before = JSON.stringify((await ground.table(query)).values);
      const faults: string[] = [];
      for (const zone of ['Asia/Kathmandu', 'America/Los_Angeles', 'Pacific/Auckland']) {
        ground.session.platform.timeZone = zone;
        await ground.refresh(query);
        if (JSON.stringify((await ground.table(query)).values) !== before)
          faults.push(`other values in ${zone}`);
      }
      return { cases: 3, faults };
    },
  },
  {
    what: 'The table’s tab deleted before a refresh',
    async run(ground) {
      const stood = await stand(ground);
      ground.sheet.insertTab('Another');
      ground.sheet.deleteTab('Sheet1');
      await endedOrRefused(() => ground.session.refresh(stood.query.id));
      const { state } = await ground.view(stood.query);
      const code = state.problem?.code;
      const told =
        code === 'tab-gone' ||
        (code === undefined && (await fresh(ground, { ...stood, mine: 0 })).length === 0);
      return { cases: 1, faults: told ? [] : [`it ended with ${code}`] };
    },
  },
  meanwhile('A row inserted above a table', ({ sheet }) => sheet.insertRows('Sheet1', 2, 1)),
  meanwhile(
    'A row inserted inside a table, until its values are written,',
    ({ sheet }) => sheet.insertRows('Sheet1', 5, 1),
    'Range.setValues',
  ),
  meanwhile('A column inserted before a table', ({ sheet }) => sheet.insertColumns('Sheet1', 2, 1)),
  meanwhile('A cell of a table typed over', ({ sheet }) => sheet.type('Sheet1', 'C4', '99')),
  meanwhile('The tab renamed and put back', ({ sheet }) => {
    sheet.rename('Sheet1', 'Other');
    sheet.rename('Other', 'Sheet1');
  }),
  {
    what: 'A tab made with the name that a table’s tab was to have',
    async run(ground, chance, short) {
      const { session, sheet } = ground;
      const login = await ground.login();
      const wish = { name: 'Mine', accounts: [ACCOUNT], days: DAYS, columns: COLUMNS };
      const query = await session.saveQuery(queryOf(wish, login));
      const start = keep(session);
      let calls = 0;
      await ground.refresh(query, { onCall: () => void calls++ });
      const moments = short ? MOMENTS.short : MOMENTS.full;
      const faults: string[] = [];
      for (let moment = 0; moment < moments; moment++) {
        putBack(session, start);
        const at = Math.floor(chance() * calls);
        const found = await besideATab(ground, query, at);
        faults.push(...found.map((fault) => `before call ${at}: ${fault}`));
      }
      return { cases: moments, faults };

      async function besideATab(of: Ground, placed: Query, at: number): Promise<string[]> {
        let theirs = '';
        const onCall: OnCall = ({ index }) => {
          if (index !== at) return;
          theirs = sheet.tabs().some(({ name }) => name === 'Mine') ? 'Theirs' : 'Mine';
          sheet.insertTab(theirs);
          sheet.type(theirs, 'A1', 'mine');
        };
        await endedOrRefused(() => session.refresh(placed.id, { onCall }));
        await of.refresh(placed);
        const kept = JSON.stringify(sheet.values(theirs)) === JSON.stringify([['mine']]);
        const faulty = await faultsOfFresh(of, placed, { account: ACCOUNT, days: DAYS });
        return [...faulty, ...(kept ? [] : ['somebody’s tab was written to'])];
      }
    },
  },
];
