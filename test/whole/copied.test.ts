import type { Mapped } from '../../src/actions/mapLogins';
import type { Missing } from '../../src/actions/missingLogins';
import { newGround, type Wish } from './ground';

const ground = newGround();

const LUMEN = 'Lumen & Loom';
const OTHER = 'user-2';

const wish: Wish = {
  name: 'Hours',
  days: ['2026-06-01', '2026-06-03'],
  columns: ['date', 'duration'],
  accounts: [LUMEN],
};

const as = { user: OTHER };
const missing = (options = as) => ground.session.call<Missing>('missingLogins', {}, options);

describe('queries whose login somebody else has', () => {
  test('say which accounts they read, and which of one’s own logins could do that', async () => {
    const query = await ground.fill(wish);
    const login = query.accounts[0].login;
    const mine = await ground.session.call<{ id: string }>(
      'addLogin',
      { key: 'DEMOdemoDEMOdemoNotARealKeyJonasIsJustAMember000' },
      as,
    );
    const { logins, agreements } = await missing();
    expect(agreements).toEqual([]);
    expect(logins).toMatchObject([
      {
        id: login,
        name: null,
        accounts: [{ workspace: query.accounts[0].workspace, name: LUMEN }],
        queries: [{ id: query.id, name: 'Hours' }],
        candidates: [
          {
            login: mine.id,
            accounts: [{ from: query.accounts[0].workspace, to: query.accounts[0].workspace, name: LUMEN }],
            says: [
              "Of Lumen & Loom only the key owner's own time is seen.",
              'Amounts of Lumen & Loom are hidden.',
            ],
          },
        ],
      },
    ]);
    const shown = logins[0].queries.map(({ id, digest }) => ({ query: id, digest }));
    const { queries, left } = await ground.session.call<Mapped>(
      'mapLogins',
      { map: [{ login, to: mine.id }], shown },
      as,
    );
    expect(left).toEqual([]);
    expect(queries[0]).toMatchObject({ agreement: null, query: { accounts: [{ login: mine.id }] } });
    await ground.refresh(query, as);
    expect(await missing()).toEqual({ logins: [], agreements: [] });
  });
});
