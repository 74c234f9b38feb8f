import type { Linking } from '../links/linking';
import type { Managing } from '../logins/managing';
import type { Store } from '../store/store';
import type { Effects } from './effects';

/** Everything that the add-on's inner folders declare and Google's services give, for one execution. */
export interface Services {
  effects: Effects;
  managing: Managing;
  linking: Linking;
  /** Seen by this user only, in every spreadsheet. */
  user: Store;
  /** Seen by every user of the add-on in this spreadsheet. */
  document: Store;
}
