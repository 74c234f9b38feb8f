import { ask } from './bench/asking';
import { type Million, STAGES } from './bench/million';
import { startDemo } from './clockify/start';
import { stateOf } from './faults/invariants';
import { line } from './result';
import { projectRoot } from './session';

/**
 * `million [ACCOUNT]`: a million entries by client, read one by one through several executions; prints one line of JSON. A process of its
 * own, whose memory is that of the bundle and of the workbench around it.
 */
export async function main([account = 'Bench 1M']: string[]): Promise<number> {
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
  try {
    const progress = await session.refresh(query.id, {
      onEnd() {
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
      },
    });
    taken();
    const { requests, cpuSeconds } = session.used;
    line({
      entries: progress.recordsRead,
      requests,
      executions,
      cpuSeconds,
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
      stageBytes,
      longestSeconds,
      calledDoneEarly: fresh.slice(0, -1).includes(true),
    } satisfies Million);
    return progress.state === 'done' ? 0 : 1;
  } finally {
    await session.close();
    await demo.stop();
  }
}
