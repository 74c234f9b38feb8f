import { PlatformError, texts } from '../errors';
import type { Rhythm, Trigger } from '../triggers/trigger';
import type { Handle } from '../wire';
import type { Call, Handler } from './call';
import { matching, whole } from './check';

const handleOf = ({ id, handler }: Trigger): Handle => ({ $: 'Trigger', id, handler });

/** When the trigger that is being built fires; what can't be built is refused when it is made, as on Google. */
function rhythmOf({ self, execution }: Call): Rhythm {
  const { everyHours, everyMinutes, after, at } = self as Record<string, number | undefined>;
  if (everyMinutes !== undefined) throw new PlatformError(texts.tooOften);
  if (everyHours !== undefined) {
    if (whole(everyHours) < 1) throw new PlatformError(texts.tooOften);
    return { everyHours: whole(everyHours) };
  }
  if (after !== undefined) return { at: execution.time + after };
  if (at !== undefined) return { at };
  throw new PlatformError(texts.noRhythm);
}

const create: Handler = (call) => {
  matching(call, []);
  const { platform, execution, self } = call;
  if (platform.testDeployment) throw new PlatformError(texts.testDeployment);
  const { spreadsheetId, common, triggerOptions } = platform;
  const { user } = execution;
  const made = { user, spreadsheetId, handler: String(self.handler), rhythm: rhythmOf(call) };
  const trigger = common.triggers.add(made, triggerOptions.tiedTo, execution.time);
  // Triggers that triggers make are taken, and never fire: chains of them die.
  if (execution.unattended) common.triggers.disable(({ id }) => id === trigger.id);
  return handleOf(trigger);
};

/** The part of ScriptApp that makes, lists and deletes clock triggers. */
export const triggerCalls: Record<string, Handler> = {
  'ScriptApp.newTrigger': (call) => {
    const [handler] = matching(call, ['string']);
    return { $: 'TriggerBuilder', handler };
  },
  'ClockTriggerBuilder.create': create,
  'ScriptApp.getProjectTriggers': (call) => {
    matching(call, []);
    return call.platform.common.triggers.of(call.execution.user).map(handleOf);
  },
  'ScriptApp.getUserTriggers': (call) => {
    matching(call, ['Spreadsheet']);
    const { spreadsheetId, common, triggerOptions } = call.platform;
    // Those of the script belong to no document.
    if (triggerOptions.tiedTo === 'script') return [];
    const all = common.triggers.of(call.execution.user);
    return all.filter((trigger) => trigger.spreadsheetId === spreadsheetId).map(handleOf);
  },
  'ScriptApp.deleteTrigger': (call) => {
    const [{ id }] = matching(call, ['Trigger']) as [Handle];
    const { triggers } = call.platform.common;
    if (!triggers.find(String(id))) throw new PlatformError(texts.triggerGone);
    triggers.remove((trigger) => trigger.id === id);
    return undefined;
  },
};
