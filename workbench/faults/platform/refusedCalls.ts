import { TIMED_OUT } from '../interrupt';
import { keep, putBack } from '../keep';
import type { Trouble } from '../platform';
import { sampleOf } from '../sample';
import { refreshed, stand } from '../stand';
import { faultsOfRefresh } from './ending';

/** What Google says when a day's quota of a service is used up, when calls come too fast, and when Sheets doesn't answer. */
const TEXTS: Record<string, (service: string) => string | null> = {
  'the day’s quota of a service used up': (service) =>
    ['urlfetch', 'properties'].includes(service)
      ? `Service invoked too many times for one day: ${service}.`
      : null,
  'a service called too often in a short time': (service) =>
    `Service invoked too many times in a short time: ${service}. Try Utilities.sleep(1000) between calls.`,
  'Service Spreadsheets timed out': (service) => (service === 'spreadsheet' ? TIMED_OUT : null),
  'Lock timeout': (service) =>
    service === 'lock' ? 'Lock timeout: another process was holding the lock for too long.' : null,
};

const SERVICES: Record<string, string> = {
  UrlFetchApp: 'urlfetch',
  Properties: 'properties',
  PropertiesService: 'properties',
  Cache: 'cache',
  CacheService: 'cache',
  Lock: 'lock',
  LockService: 'lock',
  Spreadsheet: 'spreadsheet',
  SpreadsheetApp: 'spreadsheet',
  Sheet: 'spreadsheet',
  Range: 'spreadsheet',
  NamedRange: 'spreadsheet',
};

/** Every method that a refresh calls is refused, each time that it is called, by each of the errors that its service has. */
export const refusedCalls: readonly Trouble[] = Object.entries(TEXTS).map(([what, textOf]) => ({
  what: `Any call refused: ${what}`,
  async run(ground, chance, short) {
    const { session } = ground;
    const stood = await stand(ground);
    const start = keep(session);
    const called = new Set<string>();
    await ground.refresh(stood.query, { onCall: ({ name }) => void called.add(name) });
    const cases = [...called].flatMap((name) => {
      const service = SERVICES[name.split('.')[0]];
      const text = service === undefined ? null : textOf(service);
      return text === null ? [] : [{ name, service, text }];
    });
    const tried = short ? sampleOf(cases, ({ service }) => service, 1, chance) : cases;
    const faults: string[] = [];
    for (const { name, text } of tried) {
      putBack(session, start);
      const found = await faultsOfRefresh(ground, stood, (call) =>
        call.name === name ? { fail: text } : undefined,
      );
      found.push(...(await refreshed(ground, stood)).map((fault) => `afterwards ${fault}`));
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    }
    return { cases: tried.length, faults };
  },
}));
