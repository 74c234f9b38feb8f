import type { Control, TruthGroupsQuestion } from '../../workbench/clockify/control/client';
import type { TruthDimension } from '../../workbench/clockify/control/dimensions';
import type { TruthGroup } from '../../workbench/clockify/control/groups';

/** What an entry really has in a dimension: several things of `tags` and `groups`, one of all others. */
export interface TruthMember {
  ids: string[];
  names: string[];
}

/** One entry as the demo has it. Money in minor units, exact; null where there was never a rate. */
export interface TruthEntry {
  id: string;
  /** By the field of the report on time entries. */
  members: Record<string, TruthMember>;
  seconds: number;
  billableSeconds: number;
  currency: string;
  earned: number | null;
  cost: number | null;
  invoiceHundredths: number;
  invoiceAmount: number | null;
}

/** Fields that have one value an entry, by what the truth calls them. */
const SINGLE: Record<string, TruthDimension> = {
  date: 'date',
  week: 'week',
  'iso-week': 'iso-week',
  month: 'month',
  'year-month': 'month',
  quarter: 'quarter',
  year: 'year',
  weekday: 'weekday',
  hour: 'hour',
  user: 'user',
  client: 'client',
  project: 'project',
  task: 'task',
  billable: 'billable',
  type: 'type',
  currency: 'currency',
  description: 'description',
};

const SEVERAL: Record<string, TruthDimension> = { tags: 'tag', groups: 'group' };

/** All fields of which the truth is known. */
export const TRUE_FIELDS = [...Object.keys(SINGLE), ...Object.keys(SEVERAL)];

/** Every entry of a period with all that is true of it, by the demo's own reckoning. */
export async function entriesOf(
  control: Control,
  question: Omit<TruthGroupsQuestion, 'by'>,
): Promise<TruthEntry[]> {
  const fields = Object.keys(SINGLE);
  const groups = await control.truthOfGroups({
    ...question,
    by: ['entry', ...fields.map((field) => SINGLE[field])],
  });
  const entries = groups.map((group) => entryOf(group, fields));
  for (const [field, dimension] of Object.entries(SEVERAL)) {
    const members = new Map<string, TruthMember>();
    for (const { ids, names } of await control.truthOfGroups({ ...question, by: ['entry', dimension] })) {
      const member = members.get(String(ids[0])) ?? { ids: [], names: [] };
      if (ids[1] !== null) {
        member.ids.push(ids[1]);
        member.names.push(String(names[1]));
      }
      members.set(String(ids[0]), member);
    }
    for (const entry of entries) entry.members[field] = members.get(entry.id) as TruthMember;
  }
  return entries;
}

function entryOf(group: TruthGroup, fields: string[]): TruthEntry {
  const members = fields.map((field, index): [string, TruthMember] => {
    const [id, name] = [group.ids[index + 1], group.names[index + 1]];
    return [field, { ids: id === null ? [] : [id], names: name === null ? [] : [name] }];
  });
  const byField = Object.fromEntries(members);
  const currency = byField.currency.ids[0];
  return {
    id: String(group.ids[0]),
    members: byField,
    seconds: group.seconds,
    billableSeconds: group.billableSeconds,
    currency,
    earned: group.earned[currency] ?? null,
    cost: group.cost[currency] ?? null,
    invoiceHundredths: group.invoiceHundredths,
    invoiceAmount: group.invoiceAmount[currency] ?? null,
  };
}
