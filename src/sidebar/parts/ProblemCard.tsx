import type { ComponentChildren } from 'preact';
import { describeComing } from '../model/moment';
import { emphasised } from '../model/sentence';
import type { SidebarProblem } from '../problem';
import { useApp } from '../state/context';
import { words } from '../words';
import { Icon } from './Icon';
import { Sentence } from './Sentence';

interface ProblemCardProps {
  problem: SidebarProblem;
  /** What stands in the meantime. */
  meanwhile?: string;
  /** Names to be seen at a glance, besides those the problem gives. */
  names?: string[];
  /** Buttons that mend it. */
  children?: ComponentChildren;
  /** Said to ears as soon as it appears. */
  urgent?: boolean;
  tone?: 'error' | 'warning';
}

/** A problem: what happened and to what, what to do now, and the buttons that do it. */
export function ProblemCard({
  problem,
  meanwhile,
  names = [],
  children,
  urgent,
  tone = 'error',
}: ProblemCardProps) {
  const { app } = useApp();
  const { login, workspace, query, cells } = problem.scope;
  const title = emphasised(problem.title, [query, login, workspace, cells, ...names]);
  const later = problem.retryAt && problem.retryAt > app.now();
  return (
    <div
      class={`card ${tone}`}
      role={urgent ? 'alert' : undefined}
      data-testid="problem"
      data-code={problem.code}
    >
      <Icon name="alert" />
      <div class="card-text">
        <p class="card-title">
          <Sentence parts={title} />
        </p>
        {meanwhile && <p>{meanwhile}</p>}
        <p>{problem.remedy}</p>
        {later && <p>{words.problems.retryAt(describeComing(problem.retryAt ?? 0, app.now()))}</p>}
        {children && <div class="card-actions">{children}</div>}
      </div>
    </div>
  );
}
