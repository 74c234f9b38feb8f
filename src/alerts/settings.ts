import * as v from 'valibot';
import type { Store } from '../store/store';

/** How many thresholds a spreadsheet has at most: all of them are one property. */
export const MOST_THRESHOLDS = 40;

const VERSION = 1;
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));

export const thresholdSchema = v.object({
  id,
  /** The id of the query whose table is looked at. */
  query: id,
  /** The field of a metric, or `rows` for how many rows the table has. */
  on: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  test: v.picklist(['above', 'below']),
  /** In what the table shows: hours of a duration, 80 for 80 %, major units of money. */
  value: v.pipe(v.number(), v.finite(), v.minValue(-1e12), v.maxValue(1e12)),
});

/** What is told about a number in a table. */
export type Threshold = v.InferOutput<typeof thresholdSchema>;

export const settingsSchema = v.object({
  /** Whether it is told that a refresh failed with nobody watching. */
  failures: v.boolean(),
  thresholds: v.pipe(v.array(thresholdSchema), v.maxLength(MOST_THRESHOLDS)),
});

/** What is told in a spreadsheet, whoever's refresh finds it. */
export type AlertSettings = v.InferOutput<typeof settingsSchema>;

const storedSchema = v.object({ version: v.literal(VERSION), ...settingsSchema.entries });

const NAME = 'alerts';
const NONE: AlertSettings = { failures: true, thresholds: [] };

/** The settings in a store of the spreadsheet; what can't be read is as good as none. */
export function readSettings(store: Store): AlertSettings {
  try {
    const { version: _, ...settings } = v.parse(storedSchema, JSON.parse(store.get(NAME) ?? ''));
    return settings;
  } catch {
    return NONE;
  }
}

/** Raises `store-full`. */
export function writeSettings(store: Store, settings: AlertSettings): void {
  store.set(NAME, JSON.stringify({ version: VERSION, ...settings }));
}

/** Forgets what was to be told of a query that is gone. */
export function forgetThresholds(store: Store, query: string): void {
  const settings = readSettings(store);
  const thresholds = settings.thresholds.filter((threshold) => threshold.query !== query);
  if (thresholds.length < settings.thresholds.length) writeSettings(store, { ...settings, thresholds });
}
