import type { QueryRows } from '../query/queries';
import { writeText } from '../rows/text';
import { QUERY_TAB } from '../table/names';
import { writing } from './flush';
import { HiddenTab } from './hiddenTab';
import { refusing } from './refusal';

const HEADER = ['Id', 'Name', 'Query', 'State'];
const tab = new HiddenTab(QUERY_TAB, HEADER);

/** The hidden sheet as this execution has found it. */
let found: GoogleAppsScript.Spreadsheet.Sheet | null = null;

/** Queries in rows of a hidden sheet. */
const plain: QueryRows = refusing({
  read(most) {
    const there = tab.find(most);
    found = there?.sheet ?? null;
    return there?.rows ?? [];
  },
  write: (index, row) => {
    found ??= tab.make();
    found.getRange(index + 2, 1, 1, HEADER.length).setValues([row.map(writeText)]);
  },
  writeState: (index, state) => {
    found?.getRange(index + 2, HEADER.length, 1, 1).setValues([[writeText(state)]]);
  },
  clear: (index) => {
    found?.getRange(index + 2, 1, 1, HEADER.length).clearContent();
  },
  removeSheet: () => {
    if (found && tab.remove(found)) found = null;
  },
});

export const queryRows = writing(plain, ['write', 'writeState', 'clear', 'removeSheet']);
