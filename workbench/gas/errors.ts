/** An error as a Google service throws it: its name is `Exception`, its text is the platform's. */
export class PlatformError extends Error {
  override readonly name: string = 'Exception';
}

/** Something the bundle asked for that this workbench doesn't have. Never a fault of Google's. */
export class NotEmulated extends Error {
  override readonly name = 'Error';
  constructor(what: string) {
    super(`not emulated: ${what}`);
  }
}

/** The texts that Google's services throw, word for word where they are known. */
export const texts = {
  outside: 'The coordinates of the range are outside the dimensions of the sheet.',
  tooManyCells:
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
  tooManySheets:
    'This action would increase the number of sheets in the workbook above the limit of 200 sheets.',
  tooManyColumns:
    'This action would increase the number of columns in the sheet above the limit of 18278 columns.',
  tooLong: 'Your input contains more than the maximum of 50000 characters in a single cell.',
  protectedCell:
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  typedColumns: 'This operation is not allowed on cells in typed columns.',
  objectSheet: 'The action is not supported for OBJECT sheet',
  lastSheet: "You can't remove all the sheets in a document.",
  lastRows: "You can't delete all the rows on the sheet.",
  lastColumns: "You can't delete all the columns on the sheet.",
  frozenRows: 'Sorry, it is not possible to delete all non-frozen rows.',
  freezeAll: "You can't freeze all visible rows on the sheet.",
  rowTooSmall: 'The starting row of the range is too small.',
  columnTooSmall: 'The starting column of the range is too small.',
  rowsTooFew: 'The number of rows in the range must be at least 1.',
  columnsTooFew: 'The number of columns in the range must be at least 1.',
  rangeNotFound: 'Range not found',
  timeLimit: 'Exceeded maximum execution time',
  /** For the second clock trigger of a user in one document. */
  tooManyInDocument:
    'This add-on has created too many time-based triggers in this document for this Google user account.',
  /** For the 21st trigger of a user. */
  tooManyTriggers:
    'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
  tooOften: 'The recurrence interval for an Add-on trigger must be at least one hour.',
  /** As scripts have reported it; a test deployment runs no triggers. */
  testDeployment: 'The Add-on attempted an action that is not permitted in Test as Add-on mode.',
  noRhythm: 'The trigger is missing a time at which to run.',
  triggerGone: 'Unexpected error while getting the method or property deleteTrigger on object ScriptApp.',
  noUi: 'Cannot call SpreadsheetApp.getUi() from this context.',
  lockTimeout: 'Lock timeout: another process was holding the lock for too long.',
  argumentTooLarge: (what: string) => `Argument too large: ${what}`,
  propertyQuota: 'You have exceeded the property storage quota. Please remove some properties and try again.',
  sheetExists: (name: string) => `A sheet with the name "${name}" already exists. Please enter another name.`,
  sheetGone: (id: number) => `Sheet ${id} not found`,
  invalidName: (name: string) => `The name "${name}" is not a valid name for a named range.`,
  addressUnavailable: (url: string) => `Address unavailable: ${url}`,
  dns: (url: string) => `DNS error: ${url}`,
  timeout: (url: string) => `Timeout: ${url}`,
  permission: (name: string) => `You do not have permission to call ${name}.`,
  scopes: (name: string, scopes: readonly string[]) =>
    `Specified permissions are not sufficient to call ${name}. Required permissions: ${scopes.join(' || ')}`,
  signature: (name: string, given: readonly string[]) =>
    `The parameters (${given.join(',')}) don't match the method signature for ${name}.`,
  rowsDiffer: (data: number, range: number) =>
    `The number of rows in the data does not match the number of rows in the range. The data has ${data} but the range has ${range}.`,
  columnsDiffer: (data: number, range: number) =>
    `The number of columns in the data does not match the number of columns in the range. The data has ${data} but the range has ${range}.`,
} as const;
