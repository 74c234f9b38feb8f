import { raise } from '../problems/problem';
import { triggersOff, triggersTooMany } from '../schedule/problems';
import { HANDLER, type Triggers } from '../schedule/triggers';
import { refusable, refusing } from './refusal';

/** Clock triggers as Google has them. */
export const triggers: Triggers = {
  ...refusing({
    standing: (known: string | null) => standing(known).map((trigger) => trigger.getUniqueId()),
    remove(id: string) {
      const found = ours().find((trigger) => trigger.getUniqueId() === id);
      if (found) ScriptApp.deleteTrigger(found);
    },
  }),
  make() {
    try {
      return ScriptApp.newTrigger(HANDLER).timeBased().everyHours(1).create().getUniqueId();
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      if (TOO_MANY.test(cause)) return raise({ ...triggersTooMany(), cause });
      if (OFF.test(cause)) return raise(triggersOff(cause));
      return refusable(() => {
        throw error;
      });
    }
  },
  authorized() {
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    return info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED;
  },
  hasSpreadsheet: () => (SpreadsheetApp.getActiveSpreadsheet() as unknown) !== null,
};

const TOO_MANY = /too many (time-based )?triggers/i;
const OFF = /test as add-on|not permitted|disabled by|add-on trigger/i;

function standing(known: string | null): GoogleAppsScript.Script.Trigger[] {
  const here = ScriptApp.getUserTriggers(SpreadsheetApp.getActiveSpreadsheet()).filter(isOurs);
  if (here.length > 0 || known === null) return here;
  return ours().filter((trigger) => trigger.getUniqueId() === known);
}

function ours(): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter(isOurs);
}

function isOurs(trigger: GoogleAppsScript.Script.Trigger): boolean {
  return trigger.getHandlerFunction() === HANDLER;
}
