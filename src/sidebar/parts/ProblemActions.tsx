import type { QueryView } from '../../actions/listQueries';
import { type Remedy, remediesOf } from '../model/remedies';
import { hasNoTable, type Status, shownOf } from '../model/status';
import type { SidebarProblem } from '../problem';
import { useApp, useWork } from '../state/context';
import { deleteQueries } from '../state/deleting';
import { mend } from '../state/mending';
import { words } from '../words';
import { Button } from './Button';
import { ProblemCard } from './ProblemCard';

/** The problem of a query with the buttons that mend it. */
export function ProblemActions({ view, status }: { view: QueryView; status: Status }) {
  const { app, state } = useApp();
  const [busy, work] = useWork();
  const { problem } = status;
  if (!problem) return null;
  const run = state.runs[view.id];
  const stands = view.state.complete !== null && !hasNoTable(view, run);
  const meanwhile = stands ? `${shownOf(view, run, app.now())}.` : undefined;
  const remedies = remediesOf(problem, status.refused);
  const press = (remedy: Remedy) =>
    work(() => (remedy === 'delete' ? deleteQueries(app, [view]) : mend(app, remedy, problem, view.query)));
  return (
    <ProblemCard
      problem={problem}
      meanwhile={meanwhile}
      names={[view.name]}
      tone={status.kind === 'needs-login' || status.kind === 'changed' ? 'warning' : 'error'}
    >
      {remedies.map((remedy, index) => (
        <Button
          key={remedy}
          kind={remedy === 'delete' ? 'danger' : index === 0 ? 'primary' : 'plain'}
          busy={busy && index === 0}
          onClick={() => press(remedy)}
          testId={remedy}
        >
          {titleOf(remedy, problem)}
        </Button>
      ))}
    </ProblemCard>
  );
}

function titleOf(remedy: Remedy, problem: SidebarProblem): string {
  const { remedies, common } = words;
  const titles: Record<Remedy, string> = {
    'replace-key': remedies.replaceKey,
    connect: remedies.connect,
    agree: words.agreement.review,
    'use-login': remedies.useLogin,
    'choose-accounts': remedies.chooseAccounts,
    'read-accounts': remedies.readAccounts,
    'insert-columns': remedies.insertColumns(problem.room?.columns ?? 1),
    'insert-rows': remedies.insertRows(problem.room?.rows ?? 1),
    'new-tab': remedies.newTab,
    'place-here': remedies.placeHere,
    edit: remedies.edit,
    'edit-columns': remedies.editColumns,
    'edit-filters': remedies.editFilters,
    'edit-period': remedies.editPeriod,
    'edit-options': remedies.editOptions,
    retry: common.tryAgain,
    reload: remedies.reload,
    delete: remedies.delete,
  };
  return titles[remedy];
}
