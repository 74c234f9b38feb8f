import type { FaultRule } from '../../clockify/faults';
import { type Break, type Breakable, toggle } from './break';

const hour = 3_600_000;

interface Corruption {
  readonly id: string;
  readonly title: string;
  readonly chip: string;
  readonly promise: string;
  rule(now: number): FaultRule;
}

const corruptions: Corruption[] = [
  {
    id: 'slow',
    title: 'Slow answers',
    chip: 'Slow',
    promise:
      'Each answer takes four seconds longer. Progress keeps moving, Stop works, and the table is right in the end.',
    rule: () => ({ times: -1, fault: { kind: 'delay', ms: 4000 } }),
  },
  {
    id: 'empty',
    title: 'Empty answers',
    chip: 'Empty answers',
    promise: 'Status 200 with an empty body. The refresh fails and says so; the old table stays.',
    rule: () => ({ times: -1, fault: { kind: 'empty' } }),
  },
  {
    id: 'html',
    title: 'HTML answers',
    chip: 'HTML answers',
    promise: 'A Wi-Fi sign-in page instead of data. The refresh fails and says so; the old table stays.',
    rule: () => ({ times: -1, fault: { kind: 'html' } }),
  },
  {
    id: 'limit-once',
    title: '429 once',
    chip: '429 once',
    promise: 'Clockify says "too many requests" once. The refresh waits and completes on its own.',
    rule: () => ({ times: 1, fault: { kind: 'status', status: 429, headers: { 'Retry-After': '2' } } }),
  },
  {
    id: 'limit-hour',
    title: '429 for an hour',
    chip: '429 for an hour',
    promise: 'The refresh says how long it has to wait; the old table stays. "+1 h" lets it continue.',
    rule: (now) => ({
      times: -1,
      until: now + hour,
      fault: { kind: 'status', status: 429, headers: { 'Retry-After': '3600' } },
    }),
  },
  {
    id: 'totals',
    title: 'Totals that disagree',
    chip: 'Totals disagree',
    promise:
      "Clockify's total is an hour more than its rows. The table isn't called complete; the old one stays.",
    rule: () => ({ path: '/reports/', times: -1, fault: { kind: 'totals', seconds: 3600 } }),
  },
];

/** Answers of the demo that come late, wrong or not at all. */
export function answerBreaks({ control, platform }: Breakable): Break[] {
  const active = new Map<string, FaultRule>();
  const text = (rule: FaultRule) => JSON.stringify(rule);
  /** The demo forgets a rule that has struck as often as it should. */
  const striking = async (id: string) => {
    const rule = active.get(id);
    if (!rule || (rule.until !== undefined && rule.until <= platform.clock.now())) return false;
    return (await control.faults()).some((each) => text(each) === text(rule));
  };
  /** The demo can only drop all rules at once. */
  const drop = async (id: string) => {
    const left = await control.faults();
    const rule = active.get(id);
    active.delete(id);
    await control.clearFaults();
    for (const each of left) if (!rule || text(each) !== text(rule)) await control.addFault(each);
  };
  return corruptions.map(({ rule, ...view }) => ({
    ...view,
    group: "Clockify's answers",
    kind: 'switch',
    on: () => striking(view.id),
    async start() {
      const made = rule(platform.clock.now());
      if (active.has(view.id)) await drop(view.id);
      active.set(view.id, made);
      await control.addFault(made);
      return `${view.title}: on.`;
    },
    stop: () => drop(view.id),
  }));
}

/** Ways between Google and Clockify, and between this browser and Google. */
export function networkBreaks(): Break[] {
  return [
    toggle(
      {
        id: 'network',
        group: 'Network',
        title: 'Clockify out of reach',
        chip: 'No network',
        promise:
          'Google can’t reach Clockify. The refresh says so and can be tried again; the old table stays.',
      },
      (on) => ({ cutsNetwork: on }),
    ),
    toggle(
      {
        id: 'offline',
        group: 'Network',
        title: 'This browser offline',
        chip: 'Offline',
        promise:
          'The sidebar can’t reach the script. It says that you are offline, and continues where it was.',
      },
      (on) => ({ failRun: () => (on() ? 'NetworkError: Connection failure due to HTTP 0' : undefined) }),
    ),
  ];
}
