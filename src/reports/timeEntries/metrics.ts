import type { TimeEntry } from '../../datasets/timeEntry';
import type { Metric } from '../report';
import { dayOf } from './time';

/**
 * What entries add up to: time in seconds, money in minor units. Cost has no exact sum in Clockify's summary report (`amounts` there
 * may be rounded), so what needs it has no `group`.
 */
export const metrics: Metric<TimeEntry>[] = [
  {
    id: 'duration',
    title: 'Duration',
    role: 'metric',
    type: 'duration',
    sentence: 'How long entries last, in hours, minutes and seconds.',
    group: null,
    measure: { sum: (entry) => entry.seconds },
  },
  {
    id: 'hours',
    title: 'Duration (decimal)',
    role: 'metric',
    type: 'hours',
    sentence: 'How long entries last, in decimal hours.',
    group: null,
    measure: { sum: (entry) => entry.seconds },
  },
  {
    id: 'billable-hours',
    title: 'Billable hours',
    role: 'metric',
    type: 'hours',
    sentence: 'Decimal hours of billable entries; 0 for the others.',
    group: 'BILLABLE',
    measure: { sum: (entry) => (entry.billable ? entry.seconds : 0) },
  },
  {
    id: 'non-billable-hours',
    title: 'Non-billable hours',
    role: 'metric',
    type: 'hours',
    sentence: 'Decimal hours of entries that are not billable; 0 for the others.',
    formula: 'duration (decimal) − billable hours',
    group: 'BILLABLE',
    measure: { sum: (entry) => (entry.billable ? 0 : entry.seconds) },
  },
  {
    id: 'billable-ratio',
    title: 'Billable ratio',
    role: 'metric',
    type: 'percent',
    sentence: 'How much of the time is billable, in percent.',
    formula: 'billable hours ÷ duration (decimal)',
    group: 'BILLABLE',
    measure: { ratio: { numerator: 'billable-hours', denominator: 'hours' } },
  },
  {
    id: 'amount',
    title: 'Amount',
    role: 'metric',
    type: 'money',
    needs: 'earned',
    sentence: 'Duration × billable rate as Clockify gives it, in the currency beside it.',
    group: null,
    measure: { sum: (entry) => entry.earnedAmount },
  },
  {
    id: 'cost',
    title: 'Cost',
    role: 'metric',
    type: 'money',
    needs: 'cost',
    sentence: 'Duration × cost rate as Clockify gives it, in the currency beside it.',
    measure: { sum: (entry) => entry.costAmount },
  },
  {
    id: 'profit',
    title: 'Profit',
    role: 'metric',
    type: 'money',
    needs: 'cost',
    sentence: 'Amount − cost, in the currency beside it.',
    formula: 'amount − cost',
    measure: { sum: (entry) => entry.profit },
  },
  {
    id: 'margin',
    title: 'Margin',
    role: 'metric',
    type: 'percent',
    needs: 'cost',
    sentence: 'How much of the amount is left after cost, in percent; empty without an amount.',
    formula: 'profit ÷ amount',
    measure: { ratio: { numerator: 'profit', denominator: 'amount' } },
  },
  {
    id: 'effective-rate',
    title: 'Effective rate',
    role: 'metric',
    type: 'money',
    needs: 'earned',
    sentence: 'What an hour brings, billable or not, in the currency beside it.',
    formula: 'amount ÷ duration (decimal)',
    group: null,
    measure: { ratio: { numerator: 'amount', denominator: 'hours', times: 3600 } },
  },
  {
    id: 'invoice-hours',
    title: 'Invoice hours',
    role: 'metric',
    type: 'hours',
    sentence:
      "Decimal hours as Clockify's invoices count them: each entry is rounded to two decimals before they are added up.",
    formula: 'sum of round(hours of an entry, 2)',
    measure: { sum: (entry) => hundredthsOf(entry) * 36 },
  },
  {
    id: 'invoice-amount',
    title: 'Invoice amount',
    role: 'metric',
    type: 'money',
    needs: 'earned',
    sentence:
      "What Clockify's invoices charge for billable entries: their rounded hours × rate, each rounded to two decimals; in the currency beside it.",
    formula: 'sum of round(round(hours of an entry, 2) × billable rate, 2)',
    measure: { sum: invoiceAmountOf },
  },
  {
    id: 'entries',
    title: 'Entries',
    role: 'metric',
    type: 'number',
    sentence: 'How many time entries there are.',
    measure: { count: true },
  },
  {
    id: 'people',
    title: 'People',
    role: 'metric',
    type: 'number',
    sentence: 'How many different people tracked the time.',
    measure: { distinct: (entry) => entry.userId },
  },
  {
    id: 'projects',
    title: 'Projects',
    role: 'metric',
    type: 'number',
    sentence: 'On how many different projects; entries without one count for none.',
    measure: { distinct: (entry) => entry.projectId },
  },
  {
    id: 'clients',
    title: 'Clients',
    role: 'metric',
    type: 'number',
    sentence: 'For how many different clients; entries without one count for none.',
    measure: { distinct: (entry) => entry.clientId },
  },
  {
    id: 'days',
    title: 'Days',
    role: 'metric',
    type: 'number',
    sentence: "On how many different days entries start, in the query's time zone.",
    measure: { distinct: (entry) => dayOf(entry)?.toString() ?? null },
  },
  {
    id: 'hours-per-day',
    title: 'Hours per day',
    role: 'metric',
    type: 'hours',
    sentence: 'Decimal hours for each day that has entries.',
    formula: 'duration (decimal) ÷ days',
    measure: { ratio: { numerator: 'hours', denominator: 'days' } },
  },
];

/** Hours of an entry rounded half up to hundredths; a hundredth is 36 seconds. */
function hundredthsOf(entry: TimeEntry): number {
  return Math.round(entry.seconds / 36);
}

/** In minor units; null where amounts are not known, 0 where nothing is billed. */
function invoiceAmountOf(entry: TimeEntry): number | null {
  const { billable, earnedRate: rate, earnedAmount } = entry;
  if (!billable) return rate === null && earnedAmount === null ? null : 0;
  return rate === null ? null : Math.round((rate * hundredthsOf(entry)) / 100);
}
