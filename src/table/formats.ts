import type { Area, Grid } from './grid';

/** Plain text, under which Sheets may show the mark that keeps text text. */
const PLAIN_TEXT = '@';

/** Whether a format, as Sheets tells it, is the one that cells have of themselves. */
export function isAutomatic(format: string): boolean {
  return format === 'General' || format === '0.###############';
}

/**
 * The formats that the columns of a table should have: a field that was there keeps the format it has now, which may be the
 * user's; a new one gets its own. Plain text becomes General, which shows text just the same.
 */
export function wantedFormats(
  fields: { field: string; format: string }[],
  old: { fields: string[]; formats: (string | undefined)[] },
): string[] {
  return fields.map(({ field, format }) => {
    const kept = old.formats[old.fields.indexOf(field)];
    if (kept === undefined) return format;
    return kept === PLAIN_TEXT ? 'General' : kept;
  });
}

/** Gives each column of the data rows its format, one call a format. */
export function formatColumns(grid: Grid, data: Area, formats: (string | null)[]): void {
  const areas = new Map<string, Area[]>();
  formats.forEach((format, index) => {
    if (format === null) return;
    const column = data.column + index;
    const known = areas.get(format) ?? [];
    const last = known[known.length - 1];
    if (last && last.column + last.columns === column) last.columns += 1;
    else known.push({ ...data, column, columns: 1 });
    areas.set(format, known);
  });
  for (const [format, places] of areas) grid.setNumberFormat(places, format);
}
