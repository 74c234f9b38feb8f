import { keys } from '../../workbench/clockify/keys';
import type { OnCall } from '../../workbench/gas/gate';
import type { Finished } from '../../workbench/gas/run';
import { newLinkGround, partsOf, sealed } from './linkGround';

/*
 * Executions are ended at every one of their service calls: of picking up on both sides, of handing in, of asking. Afterwards a
 * person does the same again, and there must be exactly one login, and nothing sealed left.
 */

const links = newLinkGround();

const store = (name: string) => links.session.platform.properties(name);

/** Ends an execution at a call, before it or when it took effect. */
const endAt =
  (at: number, end: 'before' | 'after'): OnCall =>
  ({ index }) =>
    index === at ? { end } : undefined;

/** The number of calls that an execution makes. */
async function callsOf(work: () => Promise<Finished>): Promise<number> {
  const { ledger } = await work();
  return ledger.calls.length;
}

function entry(name: string, payload: object, onCall?: OnCall): Promise<Finished> {
  return links.session.platform.run(name, [JSON.stringify(payload)], { via: 'client', onCall });
}

const MOMENTS = ['before', 'after'] as const;

/** Both projects as they are, to begin from again. */
function keep() {
  const stores = ['user user-1', 'document', 'script'].map(
    (name) => [store(name), store(name).all()] as const,
  );
  const project = links.links.app.platform.properties('script');
  const all = [...stores, [project, project.all()] as const];
  return () => {
    for (const [properties, values] of all) {
      properties.clear();
      properties.set(values);
    }
  };
}

async function pickedUpOnce(id: string): Promise<void> {
  const [{ state }] = await links.list();
  if (state === 'answered') await links.pickUp({ id });
  expect(await links.logins()).toEqual(['Mara Lindholt']);
  expect((await links.list()).map((link) => link.state)).toEqual(['used']);
  expect(JSON.parse(links.kept()[`link.${id}`])).toMatchObject({ state: 'used', ask: null, answer: null });
}

test('picking up loses nothing and makes no second login, wherever it ends in the add-on', async () => {
  const link = await links.ask();
  await links.give(link);
  const putBack = keep();
  const calls = await callsOf(() => entry('pickUpLink', { id: link.id }));
  expect(calls).toBeGreaterThan(10);
  for (let at = 0; at < calls; at += 1) {
    for (const moment of MOMENTS) {
      putBack();
      const { ended } = await entry('pickUpLink', { id: link.id }, endAt(at, moment));
      expect(ended).toBe('killed');
      await pickedUpOnce(link.id);
    }
  }
});

test('picking up loses nothing and makes no second login, wherever the link project ends', async () => {
  const link = await links.ask();
  await links.give(link);
  const putBack = keep();
  const { app } = links.links;
  app.visits.length = 0;
  await links.pickUp(link);
  const executions = app.visits.map(({ ledger }) => ledger.calls.length);
  expect(executions).toHaveLength(2);
  for (const [number, calls] of executions.entries()) {
    for (let at = 0; at < calls; at += 1) {
      for (const moment of MOMENTS) {
        putBack();
        app.visits.length = 0;
        app.onCall = ({ index }) =>
          app.visits.length === number && index === at ? { end: moment } : undefined;
        await entry('pickUpLink', { id: link.id });
        app.onCall = undefined;
        await pickedUpOnce(link.id);
      }
    }
  }
});

test('a key is handed in once, wherever that ends: the same text again is the one that is kept', async () => {
  const link = await links.ask();
  const answer = await sealed(link, { key: keys.demo });
  const visit = [JSON.stringify({ link: link.id, answer })];
  const { app } = links.links;
  const putBack = keep();
  const calls = await callsOf(() => app.run('visitLink', visit));
  expect(calls).toBeGreaterThan(5);
  for (let at = 0; at < calls; at += 1) {
    for (const moment of MOMENTS) {
      putBack();
      app.onCall = endAt(at, moment);
      expect((await app.run('visitLink', visit)).ended).toBe('killed');
      app.onCall = undefined;
      expect(await links.visit({ link: link.id, answer })).toMatchObject({ state: 'answered', kept: true });
      await pickedUpOnce(link.id);
    }
  }
});

test('asking that ends on its way leaves no link that nobody has the address of in the list', async () => {
  const asked = { days: 1, asker: 'Ana', purpose: 'The monthly report' };
  const putBack = keep();
  const calls = await callsOf(() => entry('askForAccess', asked));
  for (let at = 0; at < calls; at += 1) {
    for (const moment of MOMENTS) {
      putBack();
      await entry('askForAccess', asked, endAt(at, moment));
      for (const link of await links.list()) {
        expect(link.state).toBe('open');
        expect((await links.visit({ link: partsOf(link).id })).state).toBe('open');
      }
      expect((await links.ask()).state).toBe('open');
    }
  }
});

test('withdrawing that ends on its way can be done again', async () => {
  const link = await links.ask();
  await links.give(link);
  const putBack = keep();
  const calls = await callsOf(() => entry('withdrawLink', { id: link.id }));
  for (let at = 0; at < calls; at += 1) {
    for (const moment of MOMENTS) {
      putBack();
      await entry('withdrawLink', { id: link.id }, endAt(at, moment));
      await entry('withdrawLink', { id: link.id });
      expect((await links.list()).map(({ state }) => state)).toEqual(['withdrawn']);
      expect(JSON.parse(links.kept()[`link.${link.id}`])).toMatchObject({ state: 'withdrawn', answer: null });
    }
  }
});
