import { anyOf, flag, only, type Schema, sortOrder, text } from './schemas';

const id: Schema = { type: 'string', pattern: '^[0-9a-f]{24}$' };

const contains = anyOf('CONTAINS', 'DOES_NOT_CONTAIN', 'CONTAINS_ONLY');

/** A filter by ids: sent only when it has some, since nobody knows what an empty list means. */
function entityFilter(statuses: string[], more: Record<string, Schema> = {}): Schema {
  return only({
    ids: { type: 'array', items: id, minItems: 1, uniqueItems: true },
    contains,
    status: anyOf('ALL', ...statuses),
    ...more,
  });
}

/** Wall time without zone or `Z`: the zone is `timeZone`, always sent. */
const wallTime: Schema = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?$',
};

const amount = anyOf('EARNED', 'COST', 'PROFIT');

/** The body of a report with its own sub-filter, and that of no other report. */
export function reportBody(subFilter: string, schema: Schema): Schema {
  return only(
    {
      dateRangeStart: wallTime,
      dateRangeEnd: wallTime,
      dateRangeType: anyOf('ABSOLUTE'),
      timeZone: { type: 'string', minLength: 1 },
      exportType: anyOf('JSON'),
      sortOrder,
      amountShown: anyOf('EARNED', 'COST', 'PROFIT', 'HIDE_AMOUNT'),
      amounts: { type: 'array', items: amount, uniqueItems: true },
      billable: flag,
      archived: flag,
      approvalState: anyOf('APPROVED', 'UNAPPROVED', 'ALL'),
      invoicingState: anyOf('INVOICED', 'UNINVOICED', 'ALL'),
      description: text,
      withoutDescription: flag,
      // Rounded durations are not served, so a request for them must not look answered.
      rounding: { enum: [false] },
      userLocale: text,
      weekStart: anyOf('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'),
      users: entityFilter(['ACTIVE_WITH_PENDING', 'ACTIVE', 'PENDING', 'INACTIVE']),
      userGroups: entityFilter(['ACTIVE_WITH_PENDING', 'ACTIVE', 'PENDING', 'INACTIVE']),
      clients: entityFilter(['ACTIVE', 'ARCHIVED']),
      projects: entityFilter(['ACTIVE', 'ARCHIVED']),
      tasks: entityFilter(['ACTIVE', 'ARCHIVED']),
      tags: entityFilter([], { containedInTimeentry: contains }),
      currency: entityFilter([]),
      [subFilter]: schema,
    },
    ['dateRangeStart', 'dateRangeEnd', 'timeZone', subFilter],
  );
}
