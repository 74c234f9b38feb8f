import * as v from 'valibot';
import { agreeTo } from './actions/agreement';
import { deleteLogin as removeLogin } from './actions/deleteLogin';
import { deleteQuery as removeQuery } from './actions/deleteQuery';
import { forgetEverything } from './actions/forgetEverything';
import { listQueries as queriesOf } from './actions/listQueries';
import { makeRoom } from './actions/makeRoom';
import { overview, tellAmounts } from './actions/overview';
import { startRefresh as start, stepRefresh as step, stopRefresh as stop } from './actions/refresh/refresh';
import { saveQuery as keepQuery } from './actions/saveQuery';
import { showTable } from './actions/showTable';
import { answer } from './google/answer';
import { addMenu, refreshFromMenu, showSidebar } from './google/menu';
import { services } from './google/services';
import {
  addLogin as connect,
  listLogins as loginsOf,
  renameLogin as rename,
  replaceKey as replace,
  readWorkspaces as workspacesOf,
} from './logins/manage';

/*
 * Every function that Google, the menu or the sidebar may call. The sidebar's take one JSON text and give one JSON text, an
 * `Answer`; build/entryPoints.mjs lists the same names, and nothing else of the bundle can be reached.
 */

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const text = v.pipe(v.string(), v.maxLength(500));
/** Whatever was in the clipboard: that it is no key is said by what looks at keys. */
const pasted = v.pipe(v.string(), v.maxLength(50_000));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));

/** Adds the menu. May run without any permission, so it touches nothing but the menu. */
export function onOpen(): void {
  addMenu();
}

export function onInstall(): void {
  onOpen();
}

/** Menu item. */
export function openSidebar(): void {
  showSidebar();
}

/** Menu item. */
export function refreshAll(): void {
  refreshFromMenu('all');
}

/** Menu item. */
export function refreshThisTab(): void {
  refreshFromMenu('this tab');
}

/** All that the sidebar begins with; gives an `Overview`. */
export function loadOverview(input: unknown): string {
  const { effects, managing, document } = services();
  return answer(v.object({}), input, () => overview(effects, managing, document));
}

export function listLogins(input: unknown): string {
  return answer(v.object({}), input, () => loginsOf(services().managing));
}

export function addLogin(input: unknown): string {
  const schema = v.object({ key: pasted, name: v.optional(text), region: v.optional(text) });
  return answer(schema, input, (value) => connect(services().managing, value));
}

export function renameLogin(input: unknown): string {
  return answer(v.object({ login: id, name }), input, (value) =>
    rename(services().managing, value.login, value.name),
  );
}

export function replaceKey(input: unknown): string {
  const schema = v.object({ login: id, key: pasted, region: v.optional(text) });
  return answer(schema, input, ({ login, ...credentials }) =>
    replace(services().managing, login, credentials),
  );
}

export function deleteLogin(input: unknown): string {
  return answer(v.object({ login: id }), input, (value) => {
    const { effects, managing } = services();
    removeLogin(effects, managing, value.login);
  });
}

export function readWorkspaces(input: unknown): string {
  return answer(v.object({ login: id }), input, (value) => workspacesOf(services().managing, value.login));
}

export function listQueries(input: unknown): string {
  return answer(v.object({}), input, () => queriesOf(services().effects));
}

export function saveQuery(input: unknown): string {
  return answer(v.object({ query: v.looseObject({}) }), input, (value) =>
    keepQuery(services().effects, value.query),
  );
}

/** Lets a query that others changed read with this person's login, as they were shown it; gives its `QueryView`. */
export function agreeToQuery(input: unknown): string {
  return answer(v.object({ query: id, digest: v.pipe(v.string(), v.maxLength(64)) }), input, (value) => {
    const { effects } = services();
    agreeTo(effects, value.query, value.digest);
    return queriesOf(effects).find((view) => view.id === value.query);
  });
}

export function deleteQuery(input: unknown): string {
  return answer(v.object({ query: id }), input, (value) => removeQuery(services().effects, value.query));
}

/** Begins a refresh; gives its `Progress`. */
export function startRefresh(input: unknown): string {
  return answer(v.object({ query: id }), input, (value) => start(services().effects, value.query));
}

/** Goes on with a refresh that is neither done nor failed; gives its `Progress`. */
export function stepRefresh(input: unknown): string {
  return answer(v.object({ job: id }), input, (value) => step(services().effects, value.job));
}

/** Lets a refresh end without writing anything. */
export function stopRefresh(input: unknown): string {
  return answer(v.object({ query: id }), input, (value) => stop(services().effects, value.query));
}

export function listRuns(input: unknown): string {
  return answer(v.object({}), input, () => services().effects.log.all());
}

/** Shows a query's table in the grid. */
export function goToTable(input: unknown): string {
  return answer(v.object({ query: id }), input, (value) => showTable(services().effects, value.query));
}

/** What is selected in the grid: `{area, tab}`, for a table that is to begin there. */
export function readSelection(input: unknown): string {
  return answer(v.object({}), input, () => services().effects.grid.selection());
}

/** Inserts columns right of a query's table, so that it can grow. */
export function insertColumns(input: unknown): string {
  const schema = v.object({
    query: id,
    columns: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
  });
  return answer(schema, input, (value) => makeRoom(services().effects, value.query, value.columns));
}

/** Remembers that people were told who sees amounts. */
export function acknowledgeAmounts(input: unknown): string {
  return answer(v.object({}), input, () => tellAmounts(services().document));
}

/** Removes all that this user and this spreadsheet have of the add-on; tables stay as plain cells. */
export function forgetAll(input: unknown): string {
  const { effects, user, document } = services();
  return answer(v.object({}), input, () => forgetEverything(effects, user, document));
}
