import type { PageMeasure, SidebarMeasure } from '../page/measure';
import type { Measured } from './entries';
import type { GoingOnMeasure } from './goingOn';
import type { LanguageMeasure } from './language';
import type { Million } from './million';
import type { QueryMeasure } from './queries';
import { textTable } from './table';

/** All that is measured. What needs the demo is empty or null on another server, the last two without a browser too. */
export interface Result {
  entries: Measured[];
  queries: QueryMeasure[];
  language: LanguageMeasure | null;
  million: Million | null;
  goingOn: GoingOnMeasure | null;
  code: { bytes: number; evaluateMs: number };
  sidebar: SidebarMeasure | null;
  page: PageMeasure | null;
}

/** The result for a terminal. */
export function printedResult(result: Result): string {
  const { entries, queries, language, million, goingOn } = result;
  return [
    entriesTable(entries),
    changedTable(entries),
    ...(queries.length > 0 ? [queriesTable(queries)] : []),
    [
      ...(language ? languageLines(language) : []),
      ...(million ? [millionLine(million)] : []),
      ...(goingOn ? [goingOnLine(goingOn)] : []),
      ...otherLines(result),
    ].join('\n'),
    '',
  ].join('\n\n');
}

function entriesTable(entries: Measured[]): string {
  const titles = [
    ...['entries', 'requests', 'floor', 'sheet calls placed', 'again', 'virtual s', 'floor s', '÷'],
    ...['again s', '÷', 'CPU s', 'MB', '5× dearer s', 'floor s'],
  ];
  const lines = entries.map((entry) => [
    entry.n,
    entry.requests,
    entry.floorRequests,
    entry.sheetCalls,
    entry.again.sheetCalls,
    entry.virtualSeconds.toFixed(2),
    entry.floorSeconds.toFixed(2),
    (entry.virtualSeconds / entry.floorSeconds).toFixed(2),
    entry.again.virtualSeconds.toFixed(2),
    entry.again.overFloor.toFixed(2),
    entry.cpuSeconds.toFixed(2),
    entry.peakMb,
    entry.fiveTimesDearer.virtualSeconds.toFixed(1),
    entry.fiveTimesDearer.floorSeconds.toFixed(1),
  ]);
  return textTable([titles, ...lines]);
}

function changedTable(entries: Measured[]): string {
  const titles = ['entries', 'changed among the newest', 'virtual s', 'all written s', '÷', 'sheet calls'];
  const lines = entries.map(({ n, changed }) => [
    n,
    changed.rows,
    changed.virtualSeconds.toFixed(2),
    changed.fullSeconds.toFixed(2),
    changed.share.toFixed(2),
    changed.sheetCalls,
  ]);
  return textTable([titles, ...lines]);
}

function queriesTable(queries: QueryMeasure[]): string {
  const titles = ['query', 'requests', 'planned', 'naive', 'CPU s', 'reading'];
  const lines = queries.map((query) => [
    query.name,
    query.requests,
    query.planned,
    query.naiveRequests,
    query.cpuSeconds.toFixed(2),
    query.reading,
  ]);
  return textTable([titles, ...lines]);
}

function languageLines({ grouping, together, validateMs }: LanguageMeasure): string[] {
  const entries = grouping.entries.toLocaleString('en-US');
  return [
    `Grouping ${entries} entries by three dimensions: ${grouping.addedSeconds} s CPU over the ${grouping.readingSeconds} s of reading them`,
    `Five queries over one month as one job: ${together.requests} requests; the largest alone ${together.one}, each alone ${together.apart}`,
    `Checking a query: ${validateMs} ms`,
  ];
}

function millionLine(million: Million): string {
  const entries = million.entries.toLocaleString('en-US');
  const parts = [
    `${million.requests} requests`,
    `${million.executions} executions`,
    `${million.cpuSeconds.toFixed(2)} s CPU`,
    `peak ${million.peakMb} MB`,
    `stage ${(million.stageBytes / 1_000_000).toFixed(2)} MB`,
  ];
  return `${entries} entries by client: ${parts.join(', ')}`;
}

function goingOnLine(measure: GoingOnMeasure): string {
  const { rows, window, changed, requests, mostRequests, cellsWritten, cellsChanged } = measure;
  const { virtualSeconds, wholeSeconds, cpuSeconds } = measure;
  const parts = [
    `${requests} requests of at most ${mostRequests}`,
    `${cellsWritten.toLocaleString('en-US')} cells written where ${cellsChanged.toLocaleString('en-US')} stand in rows that changed`,
    `${virtualSeconds} s where all takes ${wholeSeconds} s (${Math.round((100 * virtualSeconds) / wholeSeconds)} %)`,
    `${cpuSeconds} s CPU`,
  ];
  const of = `${rows.toLocaleString('en-US')} rows, ${window.toLocaleString('en-US')} of them of the last 7 days`;
  return `Updating ${of}, with ${changed} changed: ${parts.join(', ')}`;
}

function otherLines({ code, sidebar, page }: Result): string[] {
  return [
    `Code.js: ${Math.round(code.bytes / 1024)} KB, evaluated in ${code.evaluateMs} ms`,
    sidebar
      ? `Sidebar.html: ${Math.round(sidebar.bytes / 1000)} KB, interactive after ${sidebar.interactiveMs} ms`
      : 'Sidebar.html: not measured, there is no Chromium',
    page
      ? `The page: ${page.rows} rows visible ${page.visibleMs} ms after their refresh ended`
      : 'The page: not measured, there is no Chromium',
  ];
}
