import type { Agreements } from '../agreements/agreements';
import type { Http } from '../clockify/http';
import type { Logins } from '../logins/logins';
import type { Workspaces } from '../logins/workspaces';
import type { ParameterCells } from '../query/parameters';
import type { Queries } from '../query/queries';
import type { ExportedLog } from '../record/exportedLog';
import type { RefreshLog } from '../record/refreshLog';
import type { Said, SaidLine } from '../record/said';
import type { StatusBlock, StatusBlocks } from '../record/statusBlocks';
import type { Clock } from '../store/clock';
import type { Lock } from '../store/lock';
import type { Store } from '../store/store';
import type { TextCache } from '../store/textCache';
import type { Grid } from '../table/grid';
import type { Journal } from '../table/journal';
import type { Lines } from '../table/lines';
import type { PlacedTables } from '../table/placed';
import type { Telling } from './alerts/telling';
import type { Places } from './places';
import type { JobStore } from './refresh/jobStore';
import type { Stage } from './refresh/stage';
import type { Scheduling } from './schedule/scheduling';

/** What one look into the store of the spreadsheet tells, by query. */
export interface Looked {
  /** All of it, as it is stored. */
  values: Record<string, string>;
  said: Map<string, SaidLine>;
  blocks: Map<string, StatusBlock>;
  /** Queries whose tables an execution was writing when it ended. */
  unfinished: Set<string>;
  /** Queries whose tables this add-on placed. */
  placed: Set<string>;
}

/** All that the actions on queries and tables do to the world. */
export interface Effects {
  http: Http;
  clock: Clock;
  /** A number from 0 to 1, for waits. */
  chance(): number;
  newId(): string;
  /** The name under which this person shares logins; null while they have given none. */
  who(): string | null;
  /**
   * The id of this spreadsheet, which a copy of the file doesn't share: what a person's own store keeps about a query goes by
   * it and by the query's id.
   */
  spreadsheet(): string;
  queries: Queries;
  /** Reads the cells that queries take parts of themselves from. */
  parameters: ParameterCells;
  agreements: Agreements;
  logins: Logins;
  workspaces: Workspaces;
  grid: Grid;
  /** Where things are now, to be shown. */
  places(): Places;
  journal: Journal;
  tables: PlacedTables;
  /** What was written last into each table. */
  lines: Lines;
  /** Of the spreadsheet. */
  lock: Lock;
  stage: Stage;
  jobs: JobStore;
  log: RefreshLog;
  scheduling: Scheduling;
  /** Tells people outside of the spreadsheet. */
  telling: Telling;
  /** What notes of tables were told last. */
  said: Said;
  /** Which blocks of status cells there are. */
  statusBlocks: StatusBlocks;
  /** What notes and status cells were told, and which commits are unfinished: all of it by one call. */
  look(): Looked;
  /** Where the refresh log was exported to. */
  exported: ExportedLog;
  /** Of this person alone, in every spreadsheet. */
  cache: TextCache;
  /** What this person chose last. */
  choices: Store;
}
