import { JobStore } from '../actions/refresh/jobStore';
import type { Services } from '../actions/services';
import { Agreements } from '../agreements/agreements';
import { StoredChannel } from '../alerts/channel';
import { type Mailer, Mailing } from '../alerts/mailing';
import { LinkOffice } from '../links/office';
import { OwnLinks } from '../links/ownLinks';
import { Logins } from '../logins/logins';
import { Seal } from '../logins/seal';
import { SharedLogins } from '../logins/shared';
import { displayName } from '../logins/sharing';
import { Workspaces } from '../logins/workspaces';
import { Outcomes } from '../query/outcomes';
import { Queries } from '../query/queries';
import { ExportedLog } from '../record/exportedLog';
import { RefreshLog } from '../record/refreshLog';
import { Said } from '../record/said';
import { StatusBlocks } from '../record/statusBlocks';
import { Heartbeats } from '../schedule/heartbeat';
import { TriggerTime } from '../schedule/ledger';
import { Schedules } from '../schedule/stored';
import { Turns } from '../schedule/turns';
import { storedJournal } from '../table/storedJournal';
import { storedTables } from '../table/storedTables';
import { stage, userCache } from './cache';
import { chance, clock, newId } from './clock';
import { digest, sha256 } from './digest';
import { documentLock } from './documentLock';
import { grid } from './grid';
import { http } from './http';
import { isInstalled } from './installed';
import { lines } from './lines';
import { scriptLock, userLock } from './lock';
import { looked, once } from './look';
import { pack, unpack } from './packed';
import { parameterCells } from './parameters';
import { personKey } from './person';
import { places } from './places';
import { queryRows } from './queryRows';
import { randomBytes } from './random';
import { spreadsheetId } from './spreadsheet';
import { documentStore, scriptStore, userStore } from './store';
import { triggers } from './triggers';

/** What sends mails, in an edition that may. */
let mailer: Mailer | null = null;

/** Lets this edition send mails. Called when the script is loaded, and calls nothing itself. */
export function sendMailsBy(own: Mailer): void {
  mailer = own;
}

/** Wires the inner folders to Google's services. Calls none of them: that is left to what is asked for. */
export function services(): Services {
  const asking = { http, clock, chance };
  const seal = new Seal({
    store: scriptStore,
    lock: scriptLock,
    spreadsheet: spreadsheetId,
    sha256,
    randomBytes,
  });
  const logins = new Logins({
    store: userStore,
    clock,
    locks: { person: userLock, spreadsheet: documentLock },
    shared: new SharedLogins(documentStore, seal),
    spreadsheet: spreadsheetId,
  });
  const workspaces = new Workspaces(userStore, documentStore, asking);
  const managing = { ...asking, logins, workspaces, preferences: userStore, newId, isInstalled };
  return {
    user: userStore,
    document: documentStore,
    managing,
    linking: {
      own: new OwnLinks(userStore),
      office: new LinkOffice(scriptStore, http),
      managing,
      randomBytes,
      personKey,
    },
    effects: {
      ...asking,
      newId,
      who: once(() => displayName(managing)),
      spreadsheet: spreadsheetId,
      logins,
      workspaces,
      agreements: new Agreements({ store: userStore, clock, spreadsheet: spreadsheetId, digest }),
      queries: new Queries(queryRows, new Outcomes(documentStore)),
      parameters: parameterCells,
      grid,
      places,
      journal: storedJournal(documentStore),
      tables: storedTables(documentStore),
      lines,
      lock: documentLock,
      stage,
      cache: userCache,
      jobs: new JobStore({
        store: userStore,
        cache: userCache,
        stage,
        lock: userLock,
        spreadsheet: spreadsheetId,
      }),
      choices: userStore,
      scheduling: {
        schedules: new Schedules(documentStore),
        turns: new Turns(documentStore),
        heartbeats: new Heartbeats(userStore, spreadsheetId),
        time: new TriggerTime(userStore, userLock),
        triggers,
        document: documentStore,
        user: userStore,
      },
      log: new RefreshLog(documentStore, { pack, unpack }),
      telling: {
        http,
        clock,
        document: documentStore,
        user: userStore,
        lock: documentLock,
        channel: new StoredChannel({
          document: documentStore,
          user: userStore,
          seal,
          spreadsheet: spreadsheetId,
          isInstalled,
        }),
        mailing: new Mailing(userStore, spreadsheetId),
        mailer,
        spreadsheet: spreadsheetId,
      },
      said: new Said(documentStore),
      statusBlocks: new StatusBlocks(documentStore),
      look: () => looked(documentStore),
      exported: new ExportedLog(documentStore),
    },
  };
}
