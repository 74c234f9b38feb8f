import { timeEntries as dataset } from '../../datasets/timeEntries';
import { NOTHING, type TimeEntry } from '../../datasets/timeEntry';
import { timeSums } from '../../datasets/timeSums';
import type { Report } from '../report';
import { people, projectsInUse } from './fills';
import { ids } from './ids';
import { metrics } from './metrics';
import { dayOf, time } from './time';
import { work } from './work';

/** Every finished time entry of the period, one row each or added up. */
export const timeEntries: Report<TimeEntry> = {
  id: 'time-entries',
  title: 'Time entries',
  sentence: 'Every finished time entry of the period: who, what, when, for how long and for how much.',
  rows: 'entries',
  row: 'entry',
  dataset,
  sums: timeSums,
  day: (entry) => dayOf(entry) ?? 0,
  onDay: (day) => ({ ...NOTHING, startSerial: day, endSerial: day }),
  fills: { people, projects: projectsInUse },
  records: (entry) => [entry as TimeEntry],
  key: (entry) => entry.id,
  idField: 'entry-id',
  order: (entry) => entry.startSerial ?? 0,
  defaults: ['date', 'user', 'client', 'project', 'task', 'description', 'duration'],
  fields: [...time, ...work, ...metrics, ...ids],
};
