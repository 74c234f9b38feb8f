import { answer } from '../google/answer';
import { clock } from '../google/clock';
import { scriptLock } from '../google/lock';
import { scriptStore } from '../google/store';
import { jsonOutput, type PostEvent, pageOutput, postedText } from '../google/webApp';
import { LinkProject } from './project';
import { orderSchema, visitSchema } from './protocol';

/*
 * Every function of the link project that can be reached from outside, by anybody: the page, what the page calls, and what the
 * add-on's server calls with the token. The build gives each a stub at the top of the script.
 */

/** Serves the page. It is the same for every link, and opening it changes nothing. */
export function doGet(): GoogleAppsScript.HTML.HtmlOutput {
  return pageOutput('Page', 'Access to Clockify');
}

/** The page's only function: one JSON text of a `Visit` goes in, one of an `Answer` comes out. */
export function visitLink(input: unknown): string {
  return answer(visitSchema, input, (visit) => project().visit(visit));
}

/** What the add-on's server orders: one JSON text of an `Order` is posted, one of an `Answer` comes out. */
export function doPost(event: PostEvent): GoogleAppsScript.Content.TextOutput {
  return jsonOutput(answer(orderSchema, postedText(event), (order) => project().order(order)));
}

function project(): LinkProject {
  return new LinkProject({ store: scriptStore, lock: scriptLock, clock });
}
