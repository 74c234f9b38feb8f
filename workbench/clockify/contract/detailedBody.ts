import { reportBody } from './reportBody';
import { anyOf, flag, only, page, pageSize } from './schemas';

export const detailedBody = reportBody(
  'detailedFilter',
  only({
    page,
    pageSize: pageSize(1000),
    sortColumn: anyOf('ID', 'DESCRIPTION', 'USER', 'DURATION', 'DATE', 'ZONED_DATE', 'NATURAL', 'USER_DATE'),
    options: only({ totals: anyOf('CALCULATE', 'EXCLUDE') }),
    auditFilter: only({ withoutProject: flag, withoutTask: flag }),
  }),
);
