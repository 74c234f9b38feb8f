import { alertWords } from './alerts';
import { builderWords } from './builder';
import { commonWords } from './common';
import { healthWords } from './health';
import { linkWords } from './links';
import { logWords } from './log';
import { loginWords } from './logins';
import { modeWords } from './modes';
import { count, queries, requests, rows } from './numbers';
import { problemWords } from './problems';
import { queryWords } from './queries';
import { scheduleWords } from './schedules';

/** Everything that the sidebar says, by area, in this folder. Whole sentences: no other file puts words together. */
export const words = {
  product: 'Clocktable',
  count,
  queries,
  rows,
  requests,
  ...commonWords,
  ...loginWords,
  ...linkWords,
  ...alertWords,
  ...queryWords,
  ...logWords,
  ...scheduleWords,
  ...healthWords,
  ...builderWords,
  ...modeWords,
  ...problemWords,
};
