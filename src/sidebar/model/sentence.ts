import type { ReportView } from '../../actions/overview';
import { describeQuestion, type SentencePart } from '../../query/describeQuestion';
import { words } from '../words';
import type { Draft } from './draft';
import { periodFault, sayPeriod } from './periods';
import { soundPart } from './soundPart';
import { titlesOf } from './titles';

export type Part = SentencePart;

/**
 * What a draft asks, in the words that its table says it with too: **Hours** by **client**, **last month**, only billable. What
 * is still being typed isn't said yet.
 */
export function questionOf(draft: Draft, report: ReportView | undefined): Part[] {
  if (draft.columns.length === 0) return [{ text: words.columns.none, strong: false }];
  const dated = report?.dated !== false;
  const untold = dated && periodFault(draft.period) !== null;
  const parts = describeQuestion(soundPart(draft, report), titlesOf(report), dated && !untold);
  return untold ? [...parts, { text: `, ${words.period.none}`, strong: false }] : parts;
}

/** What a row of the list says of its query besides its name: its accounts and its period. */
export function metaOf(draft: Draft, report: ReportView | undefined): string {
  const accounts = words.accounts.named(draft.accounts.map(({ name }) => name));
  return report?.dated === false ? accounts : words.home.meta(accounts, sayPeriod(draft.period));
}

/** A sentence with the names in it made strong: what it is about is seen at a glance. */
export function emphasised(text: string, names: (string | undefined)[]): Part[] {
  const known = names.filter((name): name is string => name !== undefined && name !== '');
  let parts: Part[] = [{ text, strong: false }];
  for (const name of known) {
    parts = parts.flatMap((part) => {
      const at = part.strong ? -1 : part.text.indexOf(name);
      if (at < 0) return [part];
      const around = [
        { text: part.text.slice(0, at), strong: false },
        { text: name, strong: true },
        { text: part.text.slice(at + name.length), strong: false },
      ];
      return around.filter((piece) => piece.text !== '');
    });
  }
  return parts;
}
