import type { LinkView } from '../../src/links/view';
import { keys } from '../../workbench/clockify/keys';
import { formsOf } from './formsOf';
import { problemIn } from './ground';
import { newLinkGround, partsOf } from './linkGround';
import { overhear, tracesOfAll } from './traces';

/* What goes through a link is found nowhere but where it belongs: in no store of the link project, and in nothing that it is told. */

const links = newLinkGround();

const ownPart = (key: string) => key.slice(26, 44);

/** Everything that the link project keeps, was called with, answered and logged. */
function projectHeld(): string {
  const { platform, visits } = links.links.app;
  const kept = ['script', 'document', 'user user-1'].map((store) => platform.properties(store).all());
  return JSON.stringify([visits, kept, platform.http]);
}

function expectNoneOf(secrets: string[], text: string): void {
  for (const secret of secrets)
    for (const [form, written] of formsOf(secret))
      expect([form, text.includes(written)]).toEqual([form, false]);
}

test('the key that is given, and what opens it, never reach the link project', async () => {
  const made: LinkView[] = [];
  const heard = overhear(links.session);
  for (const key of ['demo', 'single', 'none'] as const) {
    const link = await links.ask({ purpose: 'The report about the takeover' });
    made.push(link);
    await links.visit({ link: link.id });
    await links.give(link, key);
    await links.visit({ link: link.id });
    if (key === 'none') await problemIn(() => links.pickUp(link));
    else await links.pickUp(link);
    await links.list();
  }
  await links.session.call('withdrawLink', { id: made[2].id });
  const project = projectHeld();
  expect(project.length).toBeGreaterThan(5000);
  const secrets = made.map((link) => partsOf(link).secret);
  expectNoneOf(
    [...secrets, ...[keys.demo, keys.single, keys.none].map(ownPart), 'about the takeover'],
    project,
  );
  const logins = links.session.platform
    .properties('user user-1')
    .keys()
    .filter((name) => name.startsWith('login.'))
    .map((name) => `property ${name} of user user-1`);
  expect(logins).toHaveLength(2);
  const parts = [keys.demo, keys.single, keys.none].map(ownPart);
  expect(tracesOfAll(parts, links.session, heard)).toEqual(['header X-Api-Key', ...logins.sort()]);
});

test('what opens an answer is the asker’s alone, and gone when the link is done with', async () => {
  const heard = overhear(links.session);
  const link = await links.ask();
  const { secret } = partsOf(link);
  // The sidebar of whoever asks is told the link, to send it.
  expect(tracesOfAll([secret], links.session, heard)).toEqual([
    'answer',
    `property link.${link.id} of user user-1`,
  ]);
  expect(JSON.stringify(await links.list({ user: 'user-2' }))).not.toContain(secret);
  await links.give(link);
  await links.pickUp(link);
  expect(tracesOfAll([secret], links.session, [])).toEqual([]);
});

test('somebody else can neither pick up, withdraw nor see a link of mine', async () => {
  const link = await links.ask();
  await links.give(link);
  for (const entry of ['pickUpLink', 'withdrawLink']) {
    const called = links.session.call(entry, { id: link.id }, { user: 'user-2' });
    expect([entry, (await problemIn(() => called)).code]).toEqual([entry, 'link-unknown']);
  }
  expect(await links.list({ user: 'user-2' })).toEqual([]);
  expect((await links.pickUp(link)).name).toBe('Mara Lindholt');
});
