/**
 * The features of a plan that decide what can be asked for, by Clockify's names for them (`features[]` of a workspace): what
 * each is called, and the smallest plan that has it where Clockify sells it by that.
 */
export const FEATURES = {
  ONE_MONTH_RANGE_REPORTS: { title: 'reports over a month', plan: null },
  ONE_YEAR_RANGE_REPORTS: { title: 'reports over a year', plan: null },
  UNLIMITED_REPORTS: { title: 'reports of any length', plan: null },
  LABOR_COST: { title: 'labor cost', plan: 'Pro' },
  APPROVAL: { title: 'approval', plan: 'Standard' },
  CUSTOM_FIELDS: { title: 'custom fields', plan: 'Pro' },
  EXPENSES: { title: 'expenses', plan: 'Pro' },
  INVOICING: { title: 'invoices', plan: 'Standard' },
  PROJECT_BUDGET: { title: 'budgets', plan: 'Pro' },
  SCHEDULING: { title: 'scheduling', plan: 'Pro' },
  TASK_RATES: { title: 'task rates', plan: 'Standard' },
  TIME_OFF: { title: 'time off', plan: 'Standard' },
} as const;

export type Feature = keyof typeof FEATURES;
