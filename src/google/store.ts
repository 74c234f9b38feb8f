import type { Store } from '../store/store';
import { pack, unpack } from './packed';
import { refusing } from './refusal';

/** A property holds 9 KB; a character may take three bytes of it. */
const MOST_CHARACTERS = 3_000;
/** What begins a value that was too long for a property as it is: no JSON text does. */
const PACKED = 'packed:';

/** A property store as a `Store`. The service is asked for at the first use: nothing happens when the script is loaded. */
function propertyStore(open: () => GoogleAppsScript.Properties.Properties): Store {
  return refusing({
    get(name: string) {
      const value = open().getProperty(name);
      return value === null ? null : whole(value);
    },
    set: (name: string, value: string) => {
      open().setProperty(name, short(value));
    },
    setAll: (values: Record<string, string>) => {
      open().setProperties(mapped(values, short));
    },
    delete: (name: string) => {
      open().deleteProperty(name);
    },
    all: () => mapped(open().getProperties(), whole),
  });
}

/** A table of two hundred columns has more to be known of it than a property holds. */
function short(value: string): string {
  return value.length > MOST_CHARACTERS ? PACKED + pack(value) : value;
}

function whole(value: string): string {
  return value.startsWith(PACKED) ? (unpack(value.slice(PACKED.length)) ?? '') : value;
}

function mapped(values: Record<string, string>, change: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}

/** Seen by this user only, in every spreadsheet. */
export const userStore = propertyStore(() => PropertiesService.getUserProperties());

/** Seen by every user of the add-on in this spreadsheet. */
export const documentStore = propertyStore(() => PropertiesService.getDocumentProperties());

/** Of the script: the same for all of its users in all spreadsheets, none of whom can read it. */
export const scriptStore = propertyStore(() => PropertiesService.getScriptProperties());
