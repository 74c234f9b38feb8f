import { raise } from '../problems/problem';
import type { Store } from '../store/store';

/** A property store as a `Store`. The service is asked for at the first use: nothing happens when the script is loaded. */
export function propertyStore(open: () => GoogleAppsScript.Properties.Properties): Store {
  const set = (write: () => void) => {
    try {
      write();
    } catch (error) {
      raise(storeFull(error));
    }
  };
  return {
    get: (name) => open().getProperty(name),
    set: (name, value) => set(() => open().setProperty(name, value)),
    setAll: (values) => set(() => open().setProperties(values)),
    delete: (name) => {
      open().deleteProperty(name);
    },
    all: () => open().getProperties(),
  };
}

/** Seen by this user only, in every spreadsheet. */
export const userStore = propertyStore(() => PropertiesService.getUserProperties());

/** Seen by every user of the add-on in this spreadsheet. */
export const documentStore = propertyStore(() => PropertiesService.getDocumentProperties());

function storeFull(error: unknown) {
  return {
    code: 'store-full' as const,
    scope: {},
    title: "There is no room left in Google's store for this add-on's settings.",
    remedy: 'Delete logins or queries that you no longer use, then try again. Nothing was changed.',
    retry: 'never' as const,
    cause: error instanceof Error ? error.message : String(error),
  };
}
