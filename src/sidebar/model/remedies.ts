import type { LoginView } from '../../logins/manage';
import type { SidebarProblem } from '../problem';
import { isOwn } from './logins';

/** What a button beside a problem does. */
export type Remedy =
  | 'replace-key'
  | 'connect'
  | 'agree'
  | 'use-login'
  | 'choose-accounts'
  | 'read-accounts'
  | 'insert-columns'
  | 'insert-rows'
  | 'new-tab'
  | 'place-here'
  | 'edit'
  | 'edit-columns'
  | 'edit-filters'
  | 'edit-period'
  | 'edit-options'
  | 'retry'
  | 'reload'
  | 'delete';

const BY_CODE: Partial<Record<SidebarProblem['code'], Remedy[]>> = {
  'agreement-needed': ['agree', 'delete'],
  'agreement-outdated': ['agree', 'reload'],
  'login-unknown': ['use-login', 'choose-accounts', 'connect'],
  'workspaces-none': ['read-accounts', 'connect'],
  'workspace-gone': ['choose-accounts', 'use-login', 'read-accounts'],
  forbidden: ['edit-columns', 'replace-key'],
  'request-refused': ['edit'],
  'period-reversed': ['edit-period'],
  'report-unknown': ['reload', 'delete'],
  'field-unknown': ['edit-columns'],
  'field-misplaced': ['edit-columns'],
  'title-taken': ['edit-columns'],
  'columns-too-many': ['edit-columns'],
  'rows-too-many': ['edit-filters', 'edit-period'],
  'filter-invalid': ['edit-filters'],
  'filter-too-large': ['edit-filters'],
  'value-gone': ['edit-filters'],
  'parameter-invalid': ['edit', 'retry'],
  'period-too-long': ['edit-period'],
  'selection-outside': ['retry'],
  'zone-unknown': ['edit-options'],
  'query-unknown': ['reload'],
  'query-newer': ['reload'],
  'query-damaged': ['delete'],
  'queries-too-many': [],
  'target-protected': ['new-tab'],
  'tab-gone': ['new-tab', 'place-here'],
  'cells-in-the-way': ['insert-columns', 'insert-rows', 'new-tab'],
  'columns-inside': ['new-tab'],
  'table-not-as-written': ['retry', 'edit-options'],
  'rows-unreadable': ['retry', 'edit-options'],
  'older-rows-would-go': ['edit-period', 'edit-options'],
  'cells-too-many': ['edit-columns', 'edit-period'],
  'permission-missing': ['retry'],
  'arguments-invalid': ['reload'],
  'accounts-mixed': ['reload'],
};

/** The buttons that mend a problem, the most likely first; where Clockify refuses a login, it is `refused`. */
export function remediesOf(problem: SidebarProblem, refused?: LoginView): Remedy[] {
  if (problem.code === 'key-refused') return remediesOfRefusal(refused);
  const known = BY_CODE[problem.code];
  if (!known) return ['retry'];
  return known.filter((remedy) => {
    if (remedy === 'insert-columns') return problem.room?.columns !== undefined;
    return remedy !== 'insert-rows' || problem.room?.rows !== undefined;
  });
}

/** A key is replaced by whoever has the login; others choose one of their own. One that is refused no longer is asked again. */
function remediesOfRefusal(refused: LoginView | undefined): Remedy[] {
  if (!refused) return ['replace-key', 'retry'];
  return isOwn(refused) ? ['replace-key'] : ['choose-accounts', 'connect'];
}
