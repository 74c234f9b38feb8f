import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csv } from '../../workbench/csv';
import { projectRoot, type TableView } from '../../workbench/session';

const folder = join(projectRoot, 'test/whole/golden');

/**
 * Compares a table with the golden files `NAME.csv` (texts as the grid shows them) and `NAME.json` (values and formats),
 * byte by byte. `UPDATE_GOLDEN=1` writes them instead: look at the difference before it is committed.
 */
export function expectGolden(name: string, table: TableView): void {
  const files: [file: string, text: string][] = [
    [`${name}.csv`, csv(table, { raw: true })],
    [`${name}.json`, values(table)],
  ];
  for (const [file, text] of files) {
    const path = join(folder, file);
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, text);
    }
    expect(text).toBe(readFileSync(path, 'utf8'));
  }
}

/** Values one row a line, so that a difference shows the row. */
function values({ formats, values: rows }: TableView): string {
  const lines = rows.map((row) => `  ${JSON.stringify(row)}`);
  return `{"formats": ${JSON.stringify(formats)},\n"values": [\n${lines.join(',\n')}\n]}\n`;
}
