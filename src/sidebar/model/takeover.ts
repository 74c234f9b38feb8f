import type { ReportView } from '../../actions/overview';
import type { LoginView } from '../../logins/manage';
import type { Query } from '../../query/query';
import { words } from '../words';
import { mendedAccounts } from './accounts';
import { titleOf } from './columns';
import { subjectOf } from './sentence';

/**
 * What a query that somebody else made would read with logins of ours, in sentences. Accounts are called what our logins know
 * them as, and columns what the report calls them: the query's own words are not ours to say.
 */
export function readsOf(query: Query, logins: LoginView[], reports: ReportView[]): string[] {
  const report = reports.find(({ id }) => id === query.report);
  const mended = mendedAccounts(query, logins);
  const accounts = (mended?.accounts ?? []).map((account) => {
    const seen = logins.find(({ id }) => id === account.login)?.accounts ?? [];
    return { ...account, name: seen.find(({ id }) => id === account.workspace)?.name ?? account.workspace };
  });
  const what = subjectOf({ ...query, accounts }, report)
    .map(({ text }) => text)
    .join('');
  const sentences = [words.agreement.takeover(what, mended?.name ?? '')];
  if (report)
    sentences.push(words.agreement.columns(query.columns.map(({ field }) => titleOf({ field }, report))));
  return sentences;
}
