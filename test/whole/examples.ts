import type * as v from 'valibot';
import type { Endpoints } from '../../src/endpoints';
import type { Query } from '../../src/query/query';

/** The things that endpoints are asked about, by their ids. */
export interface Things {
  login: string;
  workspace: string;
  job: string;
  /** A query as it is stored. */
  query: Query;
}

/** What each endpoint takes. */
export type Examples = { [Name in keyof Endpoints]: v.InferInput<Endpoints[Name]['schema']> };

/** The id of a link that nobody made. */
const LINK = '0123456789abcdef0123456789abcdef';

/**
 * One call of every endpoint, with every field it has, as a sidebar might make it. What attacks start from: each is made by
 * changing one part of an example, so an endpoint that is missing here would go untried (the compiler says so).
 */
export function examplesOf({ login, workspace, job, query }: Things): Examples {
  const { id } = query;
  const key = 'DEMOdemoDEMOdemoNotARealKeyThatAnybodyEverMade00';
  return {
    acknowledgeAmounts: {},
    addLogin: { key, name: 'Another', region: 'global', share: true, displayName: 'Somebody' },
    agreeToQuery: { query: id, digest: 'abc' },
    askForAccess: { days: 3, asker: 'Ana', purpose: 'The monthly report' },
    deleteLogin: { login },
    deleteQuery: { query: id },
    exportQuery: { query: id },
    exportRuns: {},
    forgetAll: {},
    freshenAccounts: {},
    goToTable: { query: id },
    importQuery: { json: JSON.stringify({ format: 'clocktable-query', version: 1 }) },
    insertColumns: { query: id, columns: 1 },
    insertRows: { query: id, rows: 1 },
    inspectKey: { login, key, region: 'global' },
    leaveSchedule: { query: id },
    listLinks: {},
    listLogins: {},
    listQueries: {},
    listRuns: {},
    listValues: { accounts: [{ login, workspace }], kind: 'client', search: 'a', fresh: true },
    listWaiting: {},
    loadAlerts: {},
    loadHealth: {},
    loadOverview: {},
    mapLogins: { map: [{ login: 'another', to: login }], shown: [{ query: id, digest: 'abc' }] },
    missingLogins: {},
    pickUpLink: { id: LINK },
    placeStatus: { query: id },
    previewRequests: { query },
    previewRows: { query },
    readProgress: { query: id },
    readSelection: {},
    readWorkspaces: { login },
    removeChannel: {},
    removeSchedule: { query: id },
    removeStatus: { query: id },
    renameLogin: { login, name: 'Another' },
    replaceKey: { login, key, region: 'global', anyway: true },
    saveAlerts: {
      failures: true,
      thresholds: [{ id: 'limit-1', query: id, on: 'hours', test: 'above', value: 80 }],
    },
    saveChannel: { webhook: 'https://hooks.slack.com/services/T000/B000/NotARealWebhook' },
    saveMail: { to: ['ana@agency.example'] },
    saveQuery: { query },
    saveSchedule: {
      query: id,
      schedule: { every: { unit: 'week', weekday: 1 }, hour: 9, zone: 'Europe/Berlin' },
    },
    shareLogin: { login, displayName: 'Somebody' },
    showEntries: {},
    startRefresh: { query: id, resume: true },
    startRefreshes: { queries: [id], why: 'catch-up' },
    stepRefresh: { job },
    stepRefreshes: { job },
    stopRefresh: { query: id },
    testChannel: {},
    takeOverSchedule: { query: id },
    unshareLogin: { login },
    wakeSchedules: {},
    withdrawLink: { id: LINK },
  };
}
