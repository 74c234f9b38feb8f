import type { Asking } from '../clockify/askPatiently';
import type { Store } from '../store/store';
import type { Logins } from './logins';
import type { Workspaces } from './workspaces';

/** What managing logins takes. */
export interface Managing extends Asking {
  logins: Logins;
  workspaces: Workspaces;
  /** Of this person alone, in every spreadsheet. */
  preferences: Store;
  newId(): string;
  /** Whether the script runs as an installed add-on, so that what is shared can't be opened by who edits the spreadsheet. */
  isInstalled(): boolean;
}
