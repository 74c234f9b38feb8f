import type { Store } from '../store/store';
import { refusing } from './refusal';

/** A property store as a `Store`. The service is asked for at the first use: nothing happens when the script is loaded. */
function propertyStore(open: () => GoogleAppsScript.Properties.Properties): Store {
  return refusing({
    get: (name: string) => open().getProperty(name),
    set: (name: string, value: string) => {
      open().setProperty(name, value);
    },
    setAll: (values: Record<string, string>) => {
      open().setProperties(values);
    },
    delete: (name: string) => {
      open().deleteProperty(name);
    },
    all: () => open().getProperties(),
  });
}

/** Seen by this user only, in every spreadsheet. */
export const userStore = propertyStore(() => PropertiesService.getUserProperties());

/** Seen by every user of the add-on in this spreadsheet. */
export const documentStore = propertyStore(() => PropertiesService.getDocumentProperties());
