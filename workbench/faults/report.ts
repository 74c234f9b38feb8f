import { printable } from '../printable';
import type { Tried } from './campaign';

const FAULTS_SHOWN = 20;
const [NAME, CASES] = [14, 8];

/** Prints a line of the table: which campaign tried what in how many cases, what was wrong; below it a line for each fault. */
export function report(name: string, { what, cases, faults }: Tried): void {
  const verdict = faults.length === 0 ? 'all well' : `${faults.length} WRONG`;
  const lines = [
    `${name.padEnd(NAME)}${cases.toLocaleString('en-US').padStart(CASES)}  ${verdict.padEnd(10)}  ${what}`,
  ];
  for (const fault of faults.slice(0, FAULTS_SHOWN))
    lines.push(`  ✗ ${printable(fault.replace(/\s+/g, ' '))}`);
  if (faults.length > FAULTS_SHOWN) lines.push(`  ✗ … and ${faults.length - FAULTS_SHOWN} more`);
  process.stdout.write(`${lines.join('\n')}\n`);
}
