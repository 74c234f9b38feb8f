import type { Section } from '../state/state';
import type { Faults } from './faults';

/** Where each fault is mended; the name is always seen, and so has no section. */
const SECTIONS: [keyof Faults, Section | null][] = [
  ['name', null],
  ['accounts', 'report'],
  ['rows', 'rows'],
  ['filters', 'filters'],
  ['period', 'period'],
  ['compare', 'period'],
  ['columns', 'columns'],
  ['split', 'columns'],
  ['limit', 'columns'],
  ['mode', 'options'],
];

/** The section in which the first fault has to be mended; null for what is always seen. */
export function sectionOf(faults: Faults): Section | null {
  return SECTIONS.find(([fault]) => faults[fault] !== undefined)?.[1] ?? null;
}

/** Whether something in a section has to be mended. */
export function isFaulty(section: Section, faults: Faults): boolean {
  return SECTIONS.some(([fault, where]) => where === section && faults[fault] !== undefined);
}
