/**
 * What a call is, and so what it costs and whether it counts among the sheet calls.
 * `local` calls touch nothing outside the execution and don't leave it; `free` ones leave it and cost nothing.
 */
export type CallKind =
  | 'navigation'
  | 'read'
  | 'write-array'
  | 'write'
  | 'structure'
  | 'flush'
  | 'request'
  | 'property'
  | 'cache'
  | 'trigger'
  | 'free'
  | 'local';

function table(kinds: Partial<Record<CallKind, string>>): Record<string, CallKind> {
  const entries = Object.entries(kinds).flatMap(([kind, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, kind as CallKind] as const),
  );
  return Object.fromEntries(entries);
}

/** Every method that exists here, by class. One that isn't listed throws "not emulated". */
export const methods: Readonly<Record<string, Readonly<Record<string, CallKind>>>> = {
  SpreadsheetApp: table({
    navigation: 'getActive getActiveSpreadsheet getActiveSheet getActiveRange',
    flush: 'flush',
    free: 'getUi',
  }),
  Ui: table({ free: 'createAddonMenu showSidebar' }),
  Menu: table({ free: 'addToUi', local: 'addItem addSeparator' }),
  Spreadsheet: table({
    navigation: `getId getName getSheets getSheetByName getSheetById getActiveSheet getActiveRange getRangeByName
      getNamedRanges getSpreadsheetTimeZone getSpreadsheetLocale getRange`,
    structure: 'insertSheet deleteSheet setNamedRange removeNamedRange',
    write: 'setActiveSheet',
    free: 'toast',
  }),
  Sheet: table({
    navigation: `getName getSheetId getIndex getParent getRange getRangeList getMaxRows getMaxColumns isSheetHidden
      getFrozenRows getActiveRange getType`,
    read: 'getDataRange getLastRow getLastColumn getColumnWidth getProtections',
    structure: `insertRowsAfter insertRowsBefore insertColumnsAfter insertColumnsBefore deleteRows deleteColumns
      setName`,
    write: 'hideSheet showSheet setFrozenRows setColumnWidth setColumnWidths autoResizeColumns activate',
  }),
  Range: table({
    navigation: `getRow getColumn getNumRows getNumColumns getLastRow getLastColumn getSheet getA1Notation getGridId
      offset`,
    read: `getValue getValues getDisplayValue getDisplayValues getFormula getFormulas getNumberFormat
      getNumberFormats getNote getNotes getFontWeight getFontWeights getBackground getBackgrounds
      getHorizontalAlignment getHorizontalAlignments isBlank`,
    'write-array': `setValues setNumberFormats setHorizontalAlignments copyTo`,
    write: `setValue setNumberFormat setNote setFontWeight setFontColor setBackground setHorizontalAlignment
      setVerticalAlignment setWrapStrategy clearContent clear clearFormat activate`,
  }),
  RangeList: table({
    navigation: 'getRanges',
    write: 'setNumberFormat setFontWeight setFontColor setBackground setHorizontalAlignment clearContent',
  }),
  NamedRange: table({ navigation: 'getName getRange', structure: 'setRange setName remove' }),
  Protection: table({ navigation: 'getRange getDescription canEdit' }),
  UrlFetchApp: table({ request: 'fetch fetchAll' }),
  HTTPResponse: table({ local: 'getResponseCode getContentText getContent getHeaders getAllHeaders' }),
  PropertiesService: table({ free: 'getUserProperties getDocumentProperties getScriptProperties' }),
  Properties: table({
    property:
      'getProperty setProperty deleteProperty getProperties setProperties getKeys deleteAllProperties',
  }),
  CacheService: table({ free: 'getUserCache getDocumentCache getScriptCache' }),
  Cache: table({ cache: 'get getAll put putAll remove removeAll' }),
  LockService: table({ free: 'getDocumentLock getUserLock getScriptLock' }),
  Lock: table({ free: 'tryLock waitLock hasLock releaseLock' }),
  MailApp: table({ free: 'sendEmail' }),
  Utilities: table({
    free: 'sleep getUuid computeDigest',
    local: `newBlob gzip ungzip base64Encode base64EncodeWebSafe base64Decode base64DecodeWebSafe`,
  }),
  Blob: table({ local: 'getBytes getDataAsString getContentType getName' }),
  Session: table({ free: 'getScriptTimeZone getTemporaryActiveUserKey' }),
  ScriptApp: table({
    free: 'requireScopes getAuthorizationInfo getInstallationSource newTrigger',
    trigger: 'getProjectTriggers getUserTriggers deleteTrigger',
  }),
  TriggerBuilder: table({ local: 'timeBased' }),
  ClockTriggerBuilder: table({ local: 'everyHours everyMinutes after at', trigger: 'create' }),
  Trigger: table({
    local: 'getUniqueId getHandlerFunction getEventType getTriggerSource getTriggerSourceId',
  }),
  AuthorizationInfo: table({ local: 'getAuthorizationStatus getAuthorizationUrl getAuthorizedScopes' }),
  HtmlService: table({ free: 'createHtmlOutputFromFile' }),
  HtmlOutput: table({ local: 'setTitle setWidth addMetaTag getTitle getContent' }),
  ContentService: table({ free: 'createTextOutput' }),
  TextOutput: table({ local: 'setMimeType getContent getMimeType' }),
  Logger: table({ local: 'log' }),
};

/** The kind of `Class.method`; nothing when it isn't in the table. */
export function kindOf(name: string): CallKind | undefined {
  const [className, method] = name.split('.');
  return methods[className]?.[method];
}

/** Names of all methods by class, as an execution needs them. */
export const methodNames: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(methods).map(([className, kindsByName]) => [className, Object.keys(kindsByName)]),
);
