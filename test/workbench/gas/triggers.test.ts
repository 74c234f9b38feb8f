import type { PlatformOptions } from '../../../workbench/gas/options';
import { closeAll, open, start } from './open';

afterAll(closeAll);

const hour = 3_600_000;
const scriptapp = 'https://www.googleapis.com/auth/script.scriptapp';

/** A script that makes triggers of `tick`, which notes what it was given. */
const code = `
  function make(hours) { return ScriptApp.newTrigger('tick').timeBased().everyHours(hours).create().getUniqueId(); }
  function once(ms) { return ScriptApp.newTrigger('tick').timeBased().after(ms).create().getUniqueId(); }
  function minutes() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(30).create(); }
  function every() { ScriptApp.newTrigger('tick').timeBased().create(); }
  function sheets() { ScriptApp.newTrigger('tick').forSpreadsheet('x').onOpen().create(); }
  function list() { return ScriptApp.getProjectTriggers().map((trigger) => trigger.getUniqueId()); }
  function here() { return ScriptApp.getUserTriggers(SpreadsheetApp.getActive()).map((t) => t.getUniqueId()); }
  function drop() { ScriptApp.getProjectTriggers().forEach((trigger) => ScriptApp.deleteTrigger(trigger)); }
  function dropTwice() { const [one] = ScriptApp.getProjectTriggers(); ScriptApp.deleteTrigger(one); ScriptApp.deleteTrigger(one); }
  function looks() { const [one] = ScriptApp.getProjectTriggers();
    return [one.getHandlerFunction(), one.getEventType() === ScriptApp.EventType.CLOCK,
      String(one.getTriggerSource()), one.getTriggerSourceId()]; }
  function tick(e) { Utilities.sleep(60000); return { ...e, authMode: String(e.authMode), now: Date.now() }; }`;

const workbench = (options: Partial<PlatformOptions> = {}) => open(code, options);

/** A workbench in which a user has an hourly trigger. */
async function ticking(options: Partial<PlatformOptions> = {}, script = code) {
  const platform = await open(script, options);
  const { value, error } = await platform.run('make', [1]);
  if (error) throw new Error(error.message);
  return { platform, id: String(value) };
}

describe('a trigger that is made', () => {
  test('stands in the lists of its user alone', async () => {
    const { platform, id } = await ticking();
    expect((await platform.run('list')).value).toEqual([id]);
    expect((await platform.run('here')).value).toEqual([id]);
    expect((await platform.run('list', [], { user: 'user-2' })).value).toEqual([]);
  });

  test('says what it runs and by what', async () => {
    const { platform } = await ticking();
    expect((await platform.run('looks')).value).toEqual(['tick', true, 'CLOCK', null]);
  });

  test('doesn’t come along with a copy of its spreadsheet', async () => {
    const { platform, id } = await ticking();
    const copy = platform.copy();
    expect((await copy.run('here')).value).toEqual([]);
    expect((await copy.run('list')).value).toEqual([id]);
    await copy.close();
  });

  test('belongs to no document where triggers are the script’s', async () => {
    const { platform, id } = await ticking({ triggers: { tiedTo: 'script' } });
    expect((await platform.run('here')).value).toEqual([]);
    expect((await platform.run('list')).value).toEqual([id]);
  });

  test('is counted and passes the gate', async () => {
    const platform = await workbench();
    const { ledger } = await platform.run('make', [1]);
    expect(ledger.calls).toEqual(['ScriptApp.newTrigger', 'ClockTriggerBuilder.create']);
    expect((await platform.run('make', [1], { onCall: () => 'end' })).ended).toBe('killed');
  });

  test('is gone when it is deleted, and can’t be deleted twice', async () => {
    const { platform } = await ticking();
    const { error } = await platform.run('dropTwice');
    expect(error?.message).toContain('deleteTrigger');
    expect((await platform.run('list')).value).toEqual([]);
    expect(await platform.passTime(2 * hour)).toEqual([]);
  });
});

describe('what Google refuses', () => {
  const often = 'The recurrence interval for an Add-on trigger must be at least one hour.';

  test.each([
    ['less than an hour', 'make', [0], often],
    ['minutes', 'minutes', [], often],
    ['no time', 'every', [], 'The trigger is missing a time at which to run.'],
    ['a number as a text', 'make', ['1'], 'The parameters (String)'],
    ['other kinds of triggers', 'sheets', [], 'not emulated: TriggerBuilder.forSpreadsheet'],
  ])('%s', async (_what, name, args, text) => {
    const platform = await workbench();
    expect((await platform.run(name, args)).error?.message).toContain(text);
  });

  test('a second one in the same document', async () => {
    const { platform } = await ticking();
    expect((await platform.run('make', [1])).error?.message).toBe(
      'This add-on has created too many time-based triggers in this document for this Google user account.',
    );
    expect((await platform.run('make', [1], { user: 'user-2' })).ok).toBe(true);
  });

  test('the 21st of a user, wherever the others are', async () => {
    const platform = await workbench();
    platform.common.triggers.addElsewhere('user-1', 20, start);
    expect((await platform.run('make', [1])).error?.message).toContain('This script has too many triggers.');
  });

  test('any in a test deployment', async () => {
    const platform = await workbench({ installation: 'NONE' });
    expect((await platform.run('make', [1])).error?.message).toContain('Test as Add-on mode');
  });

  test('any without the permission, and without full authorization', async () => {
    const platform = await workbench();
    expect((await platform.run('list', [], { authMode: 'LIMITED' })).error?.message).toContain('permission');
    platform.grant('user-1', []);
    expect((await platform.run('make', [1])).error?.message).toContain(scriptapp);
    const without = await workbench({ manifest: { oauthScopes: ['x'] } });
    expect((await without.run('list')).error?.message).toContain(scriptapp);
  });
});

describe('as time passes', () => {
  test('an hourly trigger fires once an hour at the same minute', async () => {
    const { platform } = await ticking();
    const firings = await platform.passTime(3 * hour);
    const minutes = firings.map(({ at }) => Math.floor(at / 60_000) - Math.floor(start / 60_000));
    expect(minutes).toHaveLength(3);
    expect(minutes[0]).toBeLessThan(60);
    expect(minutes.map((minute) => minute - minutes[0])).toEqual([0, 60, 120]);
    expect(platform.clock.now()).toBe(start + 3 * hour + 150);
  });

  test('its function gets the moment, and which trigger it was', async () => {
    const { platform, id } = await ticking();
    const [{ finished, at }] = await platform.passTime(hour);
    const date = new Date(at);
    expect(finished?.value).toMatchObject({
      authMode: 'FULL',
      triggerUid: id,
      year: 2026,
      month: 11,
      'day-of-month': 24,
      'day-of-week': 2,
      'week-of-year': 48,
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      timezone: 'UTC',
    });
  });

  test('a trigger that fires once does so at its time and then stays in the list', async () => {
    const platform = await workbench();
    const { value } = await platform.run('once', [90 * 60_000]);
    expect(await platform.passTime(hour)).toEqual([]);
    expect(await platform.passTime(hour)).toHaveLength(1);
    expect(await platform.passTime(48 * hour)).toEqual([]);
    expect((await platform.run('list')).value).toEqual([value]);
  });

  test('what was missed while nothing fired is not made up for', async () => {
    const { platform } = await ticking();
    platform.clock.advance(30 * hour);
    expect(await platform.fireDue()).toHaveLength(1);
    expect(await platform.fireDue()).toEqual([]);
  });

  test('the triggers of all users and copies fire in the order in which they are due', async () => {
    const { platform } = await ticking();
    const copy = platform.copy();
    await platform.run('make', [1], { user: 'user-2' });
    await copy.run('make', [1], { user: 'user-2' });
    const firings = await platform.passTime(hour);
    expect(new Set(firings.map(({ trigger }) => `${trigger.user} ${trigger.spreadsheetId}`)).size).toBe(3);
    expect(firings.map(({ at }) => at)).toEqual(firings.map(({ at }) => at).sort((a, b) => a - b));
    await copy.close();
  });

  test('two run beside each other if asked, each from its own time on', async () => {
    const platform = await workbench();
    for (const user of ['user-1', 'user-2']) await platform.run('once', [hour], { user });
    const begun: string[] = [];
    let release = (): void => undefined;
    const both = new Promise<void>((done) => {
      release = done;
    });
    const onCall = ({ user }: { user: string }) => {
      if (begun.push(user) === 2) release();
      return both;
    };
    const firings = await platform.passTime(2 * hour, { overlap: true, onCall });
    expect(begun.sort()).toEqual(['user-1', 'user-2']);
    expect(firings.map(({ at }) => at)).toEqual([start + hour + 150, start + hour + 300]);
    expect(firings.map(({ finished }) => finished?.ledger.virtualMs)).toEqual([60_000, 60_000]);
  });

  test('an execution ends at six minutes', async () => {
    const long = code.replace('Utilities.sleep(60000)', 'Utilities.sleep(300000); Utilities.sleep(60001)');
    const { platform } = await ticking({}, long);
    const [{ finished }] = await platform.passTime(hour);
    expect(finished?.ended).toBe('time limit');
  });
});

describe('a trigger is due and isn’t started', () => {
  test('while it is disabled', async () => {
    const { platform } = await ticking();
    platform.common.triggers.disable();
    expect(await platform.passTime(hour)).toMatchObject([{ finished: null, notStarted: 'disabled' }]);
    platform.common.triggers.disable(undefined, false);
    expect(await platform.passTime(hour)).toMatchObject([{ notStarted: null }]);
  });

  test('when the user withdrew all permissions; with a part of them it runs', async () => {
    const { platform } = await ticking();
    platform.grant('user-1', []);
    expect(await platform.passTime(hour)).toMatchObject([{ notStarted: 'not authorized' }]);
    platform.grant('user-1', [scriptapp]);
    expect(await platform.passTime(hour)).toMatchObject([{ notStarted: null }]);
  });

  test('when the user’s triggers have run for 90 minutes, until a day is over', async () => {
    const { platform } = await ticking();
    platform.common.triggerTime.add('user-1', start, 89 * 60_000);
    await platform.passTime(hour);
    expect(platform.common.triggerTime.used('user-1', start + hour)).toBe(90 * 60_000);
    expect(await platform.passTime(hour)).toMatchObject([{ notStarted: 'trigger time used up' }]);
    platform.clock.advance(22 * hour);
    expect((await platform.passTime(hour)).map(({ notStarted }) => notStarted)).toContain(null);
  });

  test('when its spreadsheet is not open here', async () => {
    const platform = await workbench();
    platform.common.triggers.addElsewhere('user-1', 1, start);
    expect(await platform.passTime(hour)).toMatchObject([{ notStarted: 'spreadsheet not open here' }]);
  });
});

describe('within an execution of a trigger', () => {
  const within = async (body: string, options: Partial<PlatformOptions> = {}) => {
    const script = code.replace('function tick(e) {', `function tick(e) { ${body}`);
    const { platform } = await ticking(options, script);
    const [{ finished }] = await platform.passTime(hour);
    return { platform, finished };
  };

  test('there is a spreadsheet, and nobody before it', async () => {
    const { platform, finished } =
      await within(`const tab = SpreadsheetApp.getActive().insertSheet('New').activate();
      SpreadsheetApp.getActive().toast('Done'); return SpreadsheetApp.getActiveSheet().getName();`);
    expect(finished?.value).toBe('New');
    expect(platform.workbook.activeSheet.name).toBe('Sheet1');
    expect(platform.toasts).toEqual([]);
    const { finished: ui } = await within('SpreadsheetApp.getUi();');
    expect(ui?.error?.message).toBe('Cannot call SpreadsheetApp.getUi() from this context.');
  });

  test.each([{ tiedTo: 'script' }, { spreadsheetOpen: false }] as const)(
    'there is none, nor what belongs to one: %j',
    async (triggers) => {
      const body = `return [SpreadsheetApp.getActive(), SpreadsheetApp.getActiveSheet(), SpreadsheetApp.getActiveRange(),
        PropertiesService.getDocumentProperties(), CacheService.getDocumentCache(), LockService.getDocumentLock(),
        PropertiesService.getUserProperties() !== null];`;
      const { finished } = await within(body, { triggers });
      expect(finished?.value).toEqual([null, null, null, null, null, null, true]);
    },
  );

  test('triggers that it makes never fire', async () => {
    const { platform } = await within('drop(); make(1); return 0;');
    expect(await platform.passTime(hour)).toMatchObject([{ notStarted: 'disabled' }]);
  });

  test('a call for the permissions shows what is missing', async () => {
    const manifest = { oauthScopes: [scriptapp, 'more'] };
    const script = code.replace(
      'function tick(e) {',
      'function tick(e) { return String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus());',
    );
    const { platform } = await ticking({ manifest }, script);
    platform.grant('user-1', [scriptapp]);
    const [{ finished }] = await platform.passTime(hour);
    expect(finished?.value).toBe('REQUIRED');
  });
});
