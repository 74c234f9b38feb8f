import type { FaultRule } from '../../clockify/faults';
import { type Break, type Breakable, toggle } from './break';

const hour = 3_600_000;

interface Spoiled {
  readonly id: string;
  readonly title: string;
  readonly chip: string;
  readonly promise: string;
  rule(now: number): FaultRule;
}

const spoiled: Spoiled[] = [
  {
    id: 'slow',
    title: 'Slow answers',
    chip: 'Slow',
    promise:
      'Each answer takes four seconds more. Progress stays live, Stop works, the table is right in the end.',
    rule: () => ({ times: -1, fault: { kind: 'delay', ms: 4000 } }),
  },
  {
    id: 'empty',
    title: 'Empty answers',
    chip: 'Empty answers',
    promise: 'Status 200 and nothing in it. The refresh fails and says so; the old table stands.',
    rule: () => ({ times: -1, fault: { kind: 'empty' } }),
  },
  {
    id: 'html',
    title: 'HTML answers',
    chip: 'HTML answers',
    promise:
      'A page of a captive network in place of data. The refresh fails and says so; the old table stands.',
    rule: () => ({ times: -1, fault: { kind: 'html' } }),
  },
  {
    id: 'limit-once',
    title: '429 once',
    chip: '429 once',
    promise: 'Clockify says "too many requests" one time. The refresh waits and completes by itself.',
    rule: () => ({ times: 1, fault: { kind: 'status', status: 429, headers: { 'Retry-After': '2' } } }),
  },
  {
    id: 'limit-hour',
    title: '429 for an hour',
    chip: '429 for an hour',
    promise: 'The refresh says until when it has to wait; the old table stands. "+1 h" lets it go on.',
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
      "Clockify's total says an hour more than its rows. The table is not called complete; the old one stands.",
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
  return spoiled.map(({ rule, ...view }) => ({
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
          'Google finds no way to Clockify. The refresh says so and can be tried again; the old table stands.',
      },
      (on) => ({ cutsNetwork: on }),
    ),
    toggle(
      {
        id: 'offline',
        group: 'Network',
        title: 'This browser offline',
        chip: 'Offline',
        promise: 'The sidebar reaches no script. It says that you are offline and goes on where it was.',
      },
      (on) => ({ failRun: () => (on() ? 'NetworkError: Connection failure due to HTTP 0' : undefined) }),
    ),
  ];
}
