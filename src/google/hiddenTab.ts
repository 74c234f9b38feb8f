type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * A hidden tab that this add-on keeps for itself, known by its header row: a tab of its name may be somebody's. Then the name
 * gets a number.
 */
export class HiddenTab {
  constructor(
    private readonly name: string,
    private readonly header: string[],
  ) {}

  /** The tab with its first rows below the header, each as wide as that, whether they hold something or not; null without one. */
  find(most: number): { sheet: Sheet; rows: string[][] } | null {
    for (const sheet of this.candidates()) {
      const [header, ...rows] = this.rowsOf(sheet, most + 1);
      if (header.join() === this.header.join()) return { sheet, rows };
    }
    return null;
  }

  make(): Sheet {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const active = spreadsheet.getActiveSheet();
    const sheet = this.begun() ?? spreadsheet.insertSheet(this.freeName(), spreadsheet.getSheets().length);
    // The header first: by it the sheet is known, should this end here.
    sheet.getRange(1, 1, 1, this.header.length).setValues([this.header]);
    sheet.hideSheet();
    spreadsheet.setActiveSheet(active);
    return sheet;
  }

  /** Removes it where nothing is left in it but what it was made with. Whether it did. */
  remove(sheet: Sheet): boolean {
    if (sheet.getLastRow() > 1 || sheet.getLastColumn() > this.header.length) return false;
    // Somebody may have shown it and left no other tab.
    if (!sheet.isSheetHidden()) return false;
    SpreadsheetApp.getActiveSpreadsheet().deleteSheet(sheet);
    return true;
  }

  /** Tabs that may be it: the one of its name first, then those that are numbered because that was taken. */
  private *candidates(): Generator<Sheet> {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const named = spreadsheet.getSheetByName(this.name);
    if (named) yield named;
    for (const sheet of spreadsheet.getSheets()) if (sheet.getName().startsWith(`${this.name} `)) yield sheet;
  }

  /** The first rows: asking for the last that holds something would be a second call. */
  private rowsOf(sheet: Sheet, most: number): string[][] {
    const columns = Math.min(this.header.length, sheet.getMaxColumns());
    return sheet
      .getRange(1, 1, Math.min(sheet.getMaxRows(), most), columns)
      .getValues()
      .map((row) => this.header.map((_, column) => String(row[column] ?? '')));
  }

  /** One that an ended execution had made and not written to yet. */
  private begun(): Sheet | null {
    const named = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(this.name);
    if (named === null) return null;
    return named.getRange(1, 1, named.getMaxRows(), named.getMaxColumns()).isBlank() ? named : null;
  }

  private freeName(): string {
    const taken = new Set(
      SpreadsheetApp.getActiveSpreadsheet()
        .getSheets()
        .map((sheet) => sheet.getName()),
    );
    let name = this.name;
    for (let number = 2; taken.has(name); number++) name = `${this.name} ${number}`;
    return name;
  }
}
