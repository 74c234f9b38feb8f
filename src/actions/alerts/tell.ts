import { type Exceeded, exceeded, type Finding } from '../../alerts/exceeded';
import { type Message, textOf } from '../../alerts/message';
import { send } from '../../alerts/send';
import { readSettings, type Threshold } from '../../alerts/settings';
import { Told } from '../../alerts/told';
import { type Problem, problemOf } from '../../problems/problem';
import { dayOf } from '../../query/period';
import { plainText } from '../../query/plainText';
import type { Query } from '../../query/query';
import type { Table } from '../../rows/table';
import type { Telling } from './telling';

/** How many rows a message names. */
const MOST_NAMED = 5;

/** Where it is kept that something was told: in the chat for all, in mails for each. */
const CHAT_TOLD = 'alerts-told';

/** What is told about, by its words at that time. */
type About = Pick<Query, 'id' | 'name' | 'zone'>;

/**
 * Tells that a refresh failed while nobody was watching, once a day and cause. What can't be told changes nothing else: the
 * query says the same.
 */
export function tellFailure(telling: Telling, about: About, problem: Problem): void {
  if (!readSettings(telling.document).failures) return;
  tell(telling, about, `failed.${about.id}.${problem.code}`, () => ({
    title: `${about.name} could not be refreshed`,
    lines: [problem.title, problem.remedy],
  }));
}

/** Tells what of a table that was just written is beyond a threshold, each once a day. */
export function tellThresholds(telling: Telling, about: About, table: Table): void {
  const own = readSettings(telling.document).thresholds.filter(({ query }) => query === about.id);
  for (const threshold of own) {
    const finding = exceeded(table, threshold);
    if (finding === null) continue;
    tell(telling, about, `threshold.${threshold.id}`, () => findingOf(about.name, threshold, finding));
  }
}

/** A message that says nothing but that messages arrive. */
export function testMessage(spreadsheet: string): Message {
  return {
    title: 'Messages from Clocktable arrive here',
    lines: ['This is a test: nothing happened.'],
    link: linkOf(spreadsheet),
  };
}

type Said = Omit<Message, 'link'>;

function tell(telling: Telling, about: About, cause: string, said: () => Said): void {
  const day = dayOf(telling.clock.now(), about.zone).toString();
  const make = (): Message => {
    const { title, lines } = said();
    return {
      title: plainText(title, 150),
      lines: lines.map((line) => plainText(line, 500)),
      link: linkOf(telling.spreadsheet()),
    };
  };
  const { http, channel, mailing, mailer, document, user } = telling;
  quietly(() => {
    const webhook = channel.get()?.webhook;
    if (webhook) once(telling, new Told(document, CHAT_TOLD), cause, day, () => send(http, webhook, make()));
  });
  if (mailer === null) return;
  quietly(() => {
    const to = mailing.get();
    const told = new Told(user, `${CHAT_TOLD}.${telling.spreadsheet()}`);
    const message = make();
    if (to.length > 0) once(telling, told, cause, day, () => mailer.send(to, message.title, textOf(message)));
  });
}

/** Does it unless it was done that day; what could pass is tried again the next time. */
function once(telling: Telling, told: Told, cause: string, day: string, work: () => void): void {
  if (!telling.lock.hold(() => told.take(cause, day))) return;
  try {
    work();
  } catch (error) {
    if (problemOf(error).retry !== 'never') telling.lock.hold(() => told.giveBack(cause));
    throw error;
  }
}

/** A refresh is what it is, also when it can't be told. */
function quietly(work: () => void): void {
  try {
    work();
  } catch (error) {
    const { code } = problemOf(error);
    if (!UNTOLD.includes(code)) throw error;
  }
}

const UNTOLD = [
  'unreachable',
  'webhook-refused',
  'quota-used-up',
  'permission-missing',
  'busy',
  'store-full',
];

function findingOf(query: string, { test, value }: Threshold, { column, unit, rows }: Finding): Said {
  if (column === null) return { title: `${query} has ${rows[0].value} rows: ${test} ${value}`, lines: [] };
  const more = rows.length - MOST_NAMED;
  return {
    title: `${query}: ${column} is ${test} ${value}${unit}`,
    lines: [
      ...rows.slice(0, MOST_NAMED).map((row) => rowText(row, unit)),
      ...(more > 0 ? [`and ${more} more`] : []),
    ],
  };
}

function rowText({ label, value }: Exceeded, unit: string): string {
  return label === '' ? `${value}${unit}` : `${label}: ${value}${unit}`;
}

function linkOf(spreadsheet: string): string {
  return `https://docs.google.com/spreadsheets/d/${encodeURIComponent(spreadsheet)}/edit`;
}
