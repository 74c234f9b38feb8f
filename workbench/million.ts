import { ask } from './bench/asking';
import { type Million, STAGES } from './bench/million';
import { startDemo } from './clockify/start';
import { stateOf } from './faults/invariants';
import { line } from './result';
import { projectRoot, type Session } from './session';

/**
 * `million [ACCOUNT [sidebar|trigger]]`: a million entries by client, read one by one through several executions; prints one line of
 * JSON. A process of its own, whose memory is that of the bundle and of the workbench around it.
 */
export async function main([account = 'Bench 1M', driver = 'sidebar']: string[]): Promise<number> {
  const demo = await startDemo({ serverPath: `${projectRoot}/.cache/workbench/clockify/server.mjs` });
  const { session, query } = await ask(demo, {
    name: 'A million entries',
    key: 'bench',
    accounts: [account],
    days: ['2026-01-01', '2026-03-31'],
    columns: ['client', 'hours', 'entries'],
  });
  const { platform } = session;
  let executions = 0;
  let stageBytes = 0;
  let longestSeconds = 0;
  let counted = 0;
  const fresh: boolean[] = [];
  /** Notes what the newest execution took that has been added up. */
  const taken = () => {
    longestSeconds = Math.max(longestSeconds, session.used.virtualSeconds - counted);
    counted = session.used.virtualSeconds;
  };
  const onEnd = () => {
    executions += 1;
    fresh.push(stateOf(session, query).complete !== null);
    taken();
    const now = platform.clock.now();
    const held = STAGES.flatMap((store) => {
      const cache = platform.cache(store);
      return cache.keys().map((key) => Buffer.byteLength(cache.get(key, now) ?? ''));
    });
    stageBytes = Math.max(
      stageBytes,
      held.reduce((sum, bytes) => sum + bytes, 0),
    );
  };
  try {
    const drive = driver === 'trigger' ? byTrigger : bySidebar;
    await drive(session, query.id, onEnd);
    taken();
    const { requests, cpuSeconds } = session.used;
    line({
      entries: await entriesIn(session, query.id),
      requests,
      executions,
      cpuSeconds,
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
      stageBytes,
      longestSeconds,
      calledDoneEarly: fresh.slice(0, -1).includes(true),
    } satisfies Million);
    return stateOf(session, query).complete === null ? 1 : 0;
  } finally {
    await session.close();
    await demo.stop();
  }
}

async function bySidebar(session: Session, id: string, onEnd: () => void): Promise<void> {
  await session.refresh(id, { onEnd });
}

const HOUR = 3_600_000;
/** No refresh of a million entries takes more hours. */
const MOST_HOURS = 24;

/** Lets the trigger of each hour go on with it, and nobody else. */
async function byTrigger(session: Session, id: string, onEnd: () => void): Promise<void> {
  const schedule = { every: { unit: 'hours', number: 1 }, hour: 0, zone: 'UTC' };
  await session.call('saveSchedule', { query: id, schedule });
  for (let hour = 0; hour < MOST_HOURS * 2 && stateOf(session, { id }).complete === null; hour++)
    await session.passTime(HOUR, { onEnd });
}

/** How many entries the groups of a table come from. */
async function entriesIn(session: Session, id: string): Promise<number> {
  const [titles, ...rows] = (await session.table(id)).values;
  const column = titles.indexOf('Entries');
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}
