import * as v from 'valibot';
import { agreeToQuery } from './actions/agreeToQuery';
import {
  loadAlerts,
  removeChannel,
  saveAlerts,
  saveChannel,
  saveMail,
  testChannel,
} from './actions/alerts/alerts';
import { checkKey } from './actions/checkKey';
import { deleteLogin } from './actions/deleteLogin';
import { deleteQuery } from './actions/deleteQuery';
import { exportQuery } from './actions/exportQuery';
import { forgetEverything } from './actions/forgetEverything';
import { freshenAccounts } from './actions/freshenAccounts';
import { importQuery } from './actions/importQuery';
import { inspectKey } from './actions/inspectKey';
import { listQueries } from './actions/listQueries';
import { listValues } from './actions/listValues';
import { makeRoom } from './actions/makeRoom';
import { mapLogins } from './actions/mapLogins';
import { missingLogins } from './actions/missingLogins';
import { overview, tellAmounts } from './actions/overview';
import { previewRequests } from './actions/previewRequests';
import { previewRows } from './actions/previewRows';
import { exportRuns } from './actions/record/exportRuns';
import { loadHealth } from './actions/record/health';
import { placeStatus, removeStatus } from './actions/record/placeStatus';
import { readProgress } from './actions/refresh/readProgress';
import {
  startRefresh,
  startRefreshes,
  stepRefresh,
  stepRefreshes,
  stopRefresh,
} from './actions/refresh/refresh';
import { listWaiting } from './actions/refresh/waiting';
import { replaceKey } from './actions/replaceKey';
import { saveQuery } from './actions/saveQuery';
import { catchUp } from './actions/schedule/catchUp';
import {
  leaveSchedule,
  removeSchedule,
  saveSchedule,
  takeOverSchedule,
} from './actions/schedule/saveSchedule';
import { wakeSchedules } from './actions/schedule/wake';
import type { Services } from './actions/services';
import { showEntries } from './actions/showEntries';
import { showTable } from './actions/showTable';
import { KINDS } from './actions/values/kinds';
import { addressSchema, MOST_ADDRESSES } from './alerts/mailing';
import { settingsSchema } from './alerts/settings';
import { LINK_DAYS } from './link/names';
import { linkId } from './link/protocol';
import { askForAccess } from './links/ask';
import { listLinks, withdrawAll, withdrawLink } from './links/list';
import { pickUpLink } from './links/pickUp';
import { addLogin, renameLogin } from './logins/manage';
import { displayName, shareLogin, unshareLogin } from './logins/sharing';
import { listLogins } from './logins/view';
import { isIdentifier } from './query/identifier';
import type { Query } from './query/query';
import type { Schedule } from './schedule/schedule';

/** A function of the script that the sidebar may call: the shape of what it takes, and what it does. */
export interface Endpoint<S extends v.GenericSchema, T> {
  schema: S;
  run(input: v.InferOutput<S>, services: Services): T;
}

function endpoint<S extends v.GenericSchema, T>(schema: S, run: Endpoint<S, T>['run']): Endpoint<S, T> {
  return { schema, run };
}

const nothing = v.object({});
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const text = v.pipe(v.string(), v.maxLength(500));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));
/** Whatever was in the clipboard: that it is no key is said by what looks at keys. */
const pasted = v.pipe(v.string(), v.maxLength(50_000));
const lines = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200));

/** What becomes a part of a web address: nothing but what ids are made of. */
const identifier = v.pipe(v.string(), v.check(isIdentifier, 'an id is expected'));

const ofLogin = v.object({ login: id });
const ofLink = v.object({ id: linkId });
const ofQuery = v.object({ query: id });
const ofQueryOrAll = v.union([ofQuery, v.object({ all: v.literal(true) })]);
/** What becomes a query when it is looked at; until then anything that is an object. */
const candidate = v.object({ query: v.custom<Partial<Query>>(isObject, 'an object is expected') });

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/**
 * All that the sidebar may call. From this table follow the stubs of the bundle (build/entryPoints.mjs, which is checked
 * against it), what crosses (`google/answer.ts`), and the types of the sidebar (`sidebar/entries.ts`).
 */
export const endpoints = {
  /** All that the sidebar begins with. */
  loadOverview: endpoint(nothing, (_, { effects, managing, document, linking }) =>
    overview(effects, managing, document, { on: linking.office.off() === null }),
  ),

  listLogins: endpoint(nothing, (_, { managing }) => listLogins(managing)),
  addLogin: endpoint(
    v.object({
      key: pasted,
      name: v.optional(text),
      region: v.optional(text),
      share: v.optional(v.boolean()),
      displayName: v.optional(text),
    }),
    (input, { managing }) => addLogin(managing, input),
  ),
  /** Lets everybody who uses the add-on in this spreadsheet refresh with a login of this person's own. */
  shareLogin: endpoint(
    v.object({ login: id, displayName: v.optional(text) }),
    ({ login, displayName }, { managing }) => shareLogin(managing, login, displayName),
  ),
  /** Makes a login private again. */
  unshareLogin: endpoint(ofLogin, ({ login }, { managing }) => unshareLogin(managing, login)),
  renameLogin: endpoint(v.object({ login: id, name }), (input, { managing }) =>
    renameLogin(managing, input.login, input.name),
  ),
  /** What another key would change; nothing is saved. */
  inspectKey: endpoint(
    v.object({ login: id, key: pasted, region: v.optional(text) }),
    ({ login, ...credentials }, { effects, managing }) => inspectKey(effects, managing, login, credentials),
  ),
  replaceKey: endpoint(
    v.object({ login: id, key: pasted, region: v.optional(text), anyway: v.optional(v.boolean()) }),
    ({ login, ...credentials }, { effects, managing }) => replaceKey(effects, managing, login, credentials),
  ),
  /** What the queries of the spreadsheet lack before this person can refresh them. */
  missingLogins: endpoint(nothing, (_, { effects }) => missingLogins(effects)),
  /** Lets queries read with logins of this person's own in the place of others. */
  mapLogins: endpoint(
    v.object({
      map: v.pipe(v.array(v.object({ login: id, to: id })), v.minLength(1), v.maxLength(200)),
      shown: v.optional(
        v.pipe(
          v.array(v.object({ query: id, digest: v.pipe(v.string(), v.maxLength(64)) })),
          v.maxLength(300),
        ),
      ),
    }),
    (input, { effects }) => mapLogins(effects, input),
  ),
  deleteLogin: endpoint(ofLogin, ({ login }, { effects, managing }) => deleteLogin(effects, managing, login)),
  /** What a login sees, read anew; a key that was refused is tried again. */
  readWorkspaces: endpoint(ofLogin, ({ login }, { effects, managing }) => checkKey(effects, managing, login)),
  /** All logins, after those accounts were read again that were last read more than a day ago or contradicted since. */
  freshenAccounts: endpoint(nothing, (_, { effects, managing }) => freshenAccounts(effects, managing)),

  /** Makes a link by which somebody else can give access. */
  askForAccess: endpoint(
    v.object({ days: v.picklist(LINK_DAYS), asker: text, purpose: text }),
    (input, { linking }) => askForAccess(linking, input),
  ),
  /** The links of this person, and how they are. */
  listLinks: endpoint(nothing, (_, { linking }) => listLinks(linking)),
  /** Makes a login of what was handed in by a link. */
  pickUpLink: endpoint(ofLink, ({ id: link }, { linking }) => pickUpLink(linking, link)),
  withdrawLink: endpoint(ofLink, ({ id: link }, { linking }) => withdrawLink(linking, link)),

  listQueries: endpoint(nothing, (_, { effects }) => listQueries(effects)),
  saveQuery: endpoint(candidate, ({ query }, { effects }) => saveQuery(effects, query)),
  /** A query as JSON, without anything of logins. */
  exportQuery: endpoint(ofQuery, ({ query }, { effects }) => exportQuery(effects, query)),
  /** A query from JSON of anybody's, to be looked at: nothing is saved. */
  importQuery: endpoint(
    v.object({ json: v.pipe(v.string(), v.maxLength(200_000)) }),
    ({ json }, { effects }) => importQuery(effects, json),
  ),
  deleteQuery: endpoint(ofQuery, ({ query }, { effects }) => deleteQuery(effects, query)),
  /** Lets a query that others changed read with this person's login, as they were shown it. */
  agreeToQuery: endpoint(
    v.object({ query: id, digest: v.pipe(v.string(), v.maxLength(64)) }),
    ({ query, digest }, { effects }) => agreeToQuery(effects, query, digest),
  ),

  /** How many requests a query will take; asks nothing of Clockify. */
  previewRequests: endpoint(candidate, ({ query }, { effects }) => previewRequests(effects, query)),
  /** The first rows of a query, by one request. */
  previewRows: endpoint(candidate, ({ query }, { effects }) => previewRows(effects, query)),
  /** People, projects, clients … of accounts, to be picked by name. */
  listValues: endpoint(
    v.object({
      accounts: v.pipe(
        v.array(v.object({ login: identifier, workspace: identifier })),
        v.minLength(1),
        v.maxLength(200),
      ),
      kind: v.picklist(KINDS),
      search: v.optional(text),
      fresh: v.optional(v.boolean()),
    }),
    (input, { effects }) => listValues(effects, input),
  ),
  /** How far a refresh is that runs in another call. */
  readProgress: endpoint(ofQuery, ({ query }, { effects }) => readProgress(effects, query)),

  /** Begins a refresh, or with `resume` goes on with one that waits. */
  startRefresh: endpoint(
    v.object({ query: id, resume: v.optional(v.boolean()) }),
    ({ query, resume }, { effects }) => startRefresh(effects, query, resume),
  ),
  /** Begins a refresh of several queries, in which what two need is read once. */
  startRefreshes: endpoint(
    v.object({
      queries: v.pipe(v.array(id), v.minLength(1), v.maxLength(500)),
      why: v.optional(v.literal('catch-up')),
    }),
    ({ queries, why }, { effects }) =>
      why === 'catch-up' ? catchUp(effects, queries) : startRefreshes(effects, queries),
  ),
  /** Goes on with a refresh of several queries of which not all have ended. */
  stepRefreshes: endpoint(v.object({ job: id }), ({ job }, { effects }) => stepRefreshes(effects, job)),
  /** The refreshes of this person that wait. */
  listWaiting: endpoint(nothing, (_, { effects }) => listWaiting(effects)),
  /** Goes on with a refresh that is neither done nor failed. */
  stepRefresh: endpoint(v.object({ job: id }), ({ job }, { effects }) => stepRefresh(effects, job)),
  /** Lets a refresh end without writing anything. */
  stopRefresh: endpoint(ofQuery, ({ query }, { effects }) => stopRefresh(effects, query)),
  /** How all queries stand, what refreshing them took today, and what is to come. */
  loadHealth: endpoint(nothing, (_, { effects }) => loadHealth(effects)),
  /** Puts status cells of a query, or of all, at the selected cell. */
  placeStatus: endpoint(ofQueryOrAll, (input, { effects }) => placeStatus(effects, input)),
  removeStatus: endpoint(ofQueryOrAll, (input, { effects }) => removeStatus(effects, input)),
  /** Writes the refresh log to a tab. */
  exportRuns: endpoint(nothing, (_, { effects }) => exportRuns(effects)),
  listRuns: endpoint(nothing, (_, { effects }) => effects.log.all()),

  /** Lets a query be refreshed by itself, carried by this person. */
  saveSchedule: endpoint(
    v.object({ query: id, schedule: v.custom<Schedule>(isObject, 'an object is expected') }),
    ({ query, schedule }, { effects }) => saveSchedule(effects, query, schedule),
  ),
  /** Lets this person carry the schedule of a query. */
  takeOverSchedule: endpoint(ofQuery, ({ query }, { effects }) => takeOverSchedule(effects, query)),
  /** Lets a schedule be carried by others alone. */
  leaveSchedule: endpoint(ofQuery, ({ query }, { effects }) => leaveSchedule(effects, query)),
  removeSchedule: endpoint(ofQuery, ({ query }, { effects }) => removeSchedule(effects, query)),
  /** Looks after the trigger and says what is due. */
  wakeSchedules: endpoint(nothing, (_, { effects }) => wakeSchedules(effects)),

  /** Shows a query's table in the grid. */
  goToTable: endpoint(ofQuery, ({ query }, { effects }) => showTable(effects, query)),
  /** Makes the query of the records behind the selected number or row. */
  showEntries: endpoint(nothing, (_, { effects }) => showEntries(effects)),
  /** What is selected in the grid, for a table that is to begin there. */
  readSelection: endpoint(nothing, (_, { effects }) => effects.grid.selection()),
  /** Inserts columns right of a query's table, so that it can grow. */
  insertColumns: endpoint(v.object({ query: id, columns: lines }), ({ query, columns }, { effects }) =>
    makeRoom(effects, query, { columns }),
  ),
  /** Inserts rows below a query's table, so that it can grow. */
  insertRows: endpoint(
    v.object({ query: id, rows: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)) }),
    ({ query, rows }, { effects }) => makeRoom(effects, query, { rows }),
  ),

  /** What is told outside of the spreadsheet, and where. */
  loadAlerts: endpoint(nothing, (_, { effects }) => loadAlerts(effects.telling)),
  saveAlerts: endpoint(settingsSchema, (settings, { effects }) => saveAlerts(effects.telling, settings)),
  /** Takes a chat's webhook, after a message to it arrived. */
  saveChannel: endpoint(v.object({ webhook: pasted }), ({ webhook }, { effects, managing }) =>
    saveChannel(effects.telling, webhook, displayName(managing)),
  ),
  removeChannel: endpoint(nothing, (_, { effects }) => removeChannel(effects.telling)),
  testChannel: endpoint(nothing, (_, { effects }) => testChannel(effects.telling)),
  /** Where mails go that this person's own refreshes send, in the edition that may. */
  saveMail: endpoint(
    v.object({ to: v.pipe(v.array(addressSchema), v.maxLength(MOST_ADDRESSES)) }),
    ({ to }, { effects }) => saveMail(effects.telling, to),
  ),

  /** Remembers that people were told who sees amounts. */
  acknowledgeAmounts: endpoint(nothing, (_, { document }) => tellAmounts(document)),
  /** Removes all that this user and this spreadsheet have of the add-on; tables stay as plain cells. */
  forgetAll: endpoint(nothing, (_, { effects, linking, user, document }) => {
    withdrawAll(linking);
    forgetEverything(effects, user, document);
  }),
};

export type Endpoints = typeof endpoints;
