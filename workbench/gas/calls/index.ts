import type { Handler } from './call';
import { fetchCalls } from './fetch';
import { mailCalls } from './mail';
import { rangeCalls } from './range';
import { rangeReads } from './rangeReads';
import { rangeWrites } from './rangeWrites';
import { scriptCalls } from './script';
import { sheetCalls } from './sheet';
import { spreadsheetCalls } from './spreadsheet';
import { storeCalls } from './stores';
import { triggerCalls } from './triggers';
import { uiCalls } from './ui';

/** What each call does. */
export const handlers: Readonly<Record<string, Handler>> = {
  ...spreadsheetCalls,
  ...sheetCalls,
  ...rangeCalls,
  ...rangeReads,
  ...rangeWrites,
  ...fetchCalls,
  ...storeCalls,
  ...scriptCalls,
  ...triggerCalls,
  ...mailCalls,
  ...uiCalls,
};
