import type { Heartbeats } from '../../schedule/heartbeat';
import type { TriggerTime } from '../../schedule/ledger';
import type { Schedules } from '../../schedule/stored';
import type { Triggers } from '../../schedule/triggers';
import type { Turns } from '../../schedule/turns';
import type { Store } from '../../store/store';

/** What schedules are kept and run with. */
export interface Scheduling {
  schedules: Schedules;
  turns: Turns;
  heartbeats: Heartbeats;
  time: TriggerTime;
  triggers: Triggers;
  /** Of the spreadsheet, to be read at once. */
  document: Store;
  /** Of this person alone, in every spreadsheet. */
  user: Store;
}
