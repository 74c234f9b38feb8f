import { namesIn } from '../query/namesIn';
import {
  type AskedField,
  type AskedList,
  type Cause,
  causesOfField,
  causesOfList,
  type Effect,
  type SeenAccount,
} from './causes';
import { type Rights, rightsOf } from './rights';

/** What a login can't see, said before anything is asked. */
export interface Mark {
  /** The field that it is of; null where it is of all rows. */
  field: string | null;
  /** Clockify refuses the list, gives the field no values, or leaves out rows. */
  effect: Effect;
  /** Whether what is known leaves no doubt. Else Clockify may give it all the same. */
  sure: boolean;
  /** The accounts for which it holds. */
  accounts: string[];
  /** Why, in a sentence. */
  reason: string;
  /** What helps, in a sentence: whose key, or which role; null where that is a matter of the plan. */
  remedy: string | null;
}

/**
 * What the logins of these accounts can't see of a list and of fields of it, those of the list first. One function for the form
 * of a query, for what another key changes, and for what a login in the place of another sees. What isn't known is no mark.
 */
export function marksOf(list: AskedList, fields: AskedField[], accounts: SeenAccount[]): Mark[] {
  const known = accounts.map((account) => ({ account, rights: rightsOf(account) }));
  return [
    ...causesOfList(list).flatMap((cause) => marksBy(cause, null, known)),
    ...fields.flatMap((field) => causesOfField(field).flatMap((cause) => marksBy(cause, field.id, known))),
  ];
}

/** The marks of one cause: one of the accounts for which it is certain, one of those for which it isn't. */
function marksBy(
  { effect, holds, reason, remedy }: Cause,
  field: string | null,
  known: { account: SeenAccount; rights: Rights }[],
): Mark[] {
  return (['hidden', 'doubtful'] as const).flatMap((right) => {
    const found = known.filter(({ account, rights }) => holds(rights, account) === right);
    if (found.length === 0) return [];
    const accounts = [...new Set(found.map(({ account }) => account.name))];
    const names = namesIn(accounts);
    const sure = right === 'hidden';
    const said = reason(names, sure, found.length === 1 ? found[0].account : null);
    return [{ field, effect, sure, accounts, reason: said, remedy: remedy?.(names) ?? null }];
  });
}
