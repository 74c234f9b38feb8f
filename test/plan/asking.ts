import type { Asked } from '../../src/plan/plan';
import { type AccountFacts, type Plan, planQueries } from '../../src/plan/plan';
import type { Query } from '../../src/query/query';

/** Noon of a Monday. */
export const NOW = Date.parse('2026-06-15T12:00:00Z');

export const ACME: AccountFacts = {
  login: 'l1',
  workspace: 'w1',
  name: 'Acme',
  region: 'global',
  weekStart: 'MONDAY',
  mostDays: null,
  hasCost: true,
  hourly: null,
  currencies: ['EUR'],
  currency: 'EUR',
};

/** A query of time entries by client in March, changed as wished. */
export function queryOf(wish: Partial<Query> = {}): Query {
  return {
    version: 2,
    grain: 'grouped',
    id: 'q1',
    name: 'Hours',
    report: 'time-entries',
    accounts: [{ login: 'l1', workspace: 'w1', name: 'Acme' }],
    period: { kind: 'fixed', from: '2026-03-01', to: '2026-03-31' },
    zone: 'Europe/Berlin',
    columns: columns('client', 'hours'),
    options: { durations: 'duration' },
    target: { kind: 'new-tab' },
    ...wish,
  };
}

/** One row each, of the same. */
export function eachOf(wish: Partial<Query> = {}): Query {
  return queryOf({ grain: 'each', columns: columns('date', 'description', 'hours'), ...wish });
}

export function columns(...fields: string[]): Query['columns'] {
  return fields.map((field) => ({ field }));
}

export function days(from: string, to: string): Pick<Query, 'period'> {
  return { period: { kind: 'fixed', from, to } };
}

export function asked(query: Query, ...facts: Partial<AccountFacts>[]): Asked {
  return { query, facts: (facts.length > 0 ? facts : [{}]).map((other) => ({ ...ACME, ...other })) };
}

/** The plan of queries of one account. */
export function planned(queries: Query[], facts: Partial<AccountFacts> = {}): Plan {
  return planQueries(
    queries.map((query) => asked(query, facts)),
    NOW,
  );
}
