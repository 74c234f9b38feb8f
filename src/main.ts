import { endpoints } from './endpoints';
import { answer } from './google/answer';
import { addMenu, entriesFromMenu, refreshFromMenu, showSidebar } from './google/menu';
import { services } from './google/services';
import { refreshFromTrigger } from './google/unattended';

/*
 * Every function that Google or the menu may call, and the one by which the sidebar reaches the table of contents in
 * endpoints.ts. The build gives each a stub at the top of the script, and nothing else of the bundle can be reached.
 */

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

/** Menu item. */
export function openEntries(): void {
  entriesFromMenu();
}

/** The one standing trigger of a person in a spreadsheet, each hour. */
export function refreshOnSchedule(): void {
  refreshFromTrigger();
}

/** Calls an endpoint: one JSON text goes in, one JSON text of an `Answer` comes out. */
export const sidebar = answering(endpoints);

type Stub = (input: unknown) => string;

function answering<T extends object>(table: T): Record<keyof T, Stub> {
  const stubs = Object.entries(table).map(([name, endpoint]): [string, Stub] => [
    name,
    (input) => answer(endpoint.schema, input, (value) => endpoint.run(value, services())),
  ]);
  return Object.fromEntries(stubs) as Record<keyof T, Stub>;
}
