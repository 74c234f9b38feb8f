const freeFeatures = ['TIME_TRACKING'];

/** What a plan with everything below Enterprise says in `features`; range and amounts depend on these names. */
export const paidFeatures = [
  ...freeFeatures,
  'UNLIMITED_REPORTS',
  'ADD_TIME_FOR_OTHERS',
  'ADMIN_PANEL',
  'APPROVAL',
  'ATTENDANCE_REPORT',
  'BREAKS',
  'CLIENT_CURRENCY',
  'CUSTOM_FIELDS',
  'EXPENSES',
  'INVOICING',
  'LABOR_COST',
  'MANAGER_ROLE',
  'PROJECT_BUDGET',
  'PROJECT_ESTIMATE',
  'RECURRING_ESTIMATES',
  'SCHEDULING',
  'SHARED_REPORTS',
  'TASK_RATES',
  'TIME_OFF',
  'WHO_CAN_SEE_ALL_TIME_ENTRIES',
];

/** The plan of May 2026: 31 days a report, 30 requests an hour. */
export const free2026Features = [...freeFeatures, 'ONE_MONTH_RANGE_REPORTS'];

/** A free plan from before that: a year a report. */
export const oldFreeFeatures = [...freeFeatures, 'ONE_YEAR_RANGE_REPORTS'];
