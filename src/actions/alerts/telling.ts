import type { StoredChannel } from '../../alerts/channel';
import type { Mailer, Mailing } from '../../alerts/mailing';
import type { Http } from '../../clockify/http';
import type { Clock } from '../../store/clock';
import type { Lock } from '../../store/lock';
import type { Store } from '../../store/store';

/** What telling people takes. */
export interface Telling {
  http: Http;
  clock: Clock;
  /** Seen by every user of the add-on in the spreadsheet: what is told, and what was. */
  document: Store;
  /** Seen by this person alone: which mails they got. */
  user: Store;
  /** Of the spreadsheet. */
  lock: Lock;
  channel: StoredChannel;
  mailing: Mailing;
  /** Null in an edition that may not send mails. */
  mailer: Mailer | null;
  spreadsheet(): string;
}
