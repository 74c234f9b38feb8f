import { groupNames } from '../entries/levels';
import { reportBody } from './reportBody';
import { anyOf, only } from './schemas';

/** One to three groups, each once, in order. There are no pages, so nothing of paging may be sent. */
export const summaryBody = reportBody(
  'summaryFilter',
  only(
    {
      groups: {
        type: 'array',
        items: anyOf(...groupNames),
        minItems: 1,
        maxItems: 3,
        uniqueItems: true,
      },
      sortColumn: anyOf('GROUP', 'DURATION', 'AMOUNT', 'EARNED', 'COST', 'PROFIT'),
      summaryChartType: anyOf('BILLABILITY', 'PROJECT'),
    },
    ['groups'],
  ),
);
