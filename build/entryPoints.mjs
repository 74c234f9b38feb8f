/** The functions that Google or the menu may call: exports of src/main.ts. */
export const calledByGoogle = [
  'onInstall',
  'onOpen',
  'openEntries',
  'openSidebar',
  'refreshAll',
  'refreshOnSchedule',
  'refreshThisTab',
];

/**
 * The functions that the sidebar may call: the table in src/endpoints.ts, which the build checks against this list. Everything
 * else in the bundle is unreachable from outside, so both lists together are the add-on's access-control list.
 */
export const calledBySidebar = [
  'acknowledgeAmounts',
  'addLogin',
  'agreeToQuery',
  'askForAccess',
  'deleteLogin',
  'deleteQuery',
  'exportQuery',
  'exportRuns',
  'forgetAll',
  'freshenAccounts',
  'goToTable',
  'importQuery',
  'insertColumns',
  'insertRows',
  'inspectKey',
  'leaveSchedule',
  'listLinks',
  'listLogins',
  'listQueries',
  'listRuns',
  'listValues',
  'listWaiting',
  'loadAlerts',
  'loadHealth',
  'loadOverview',
  'mapLogins',
  'missingLogins',
  'pickUpLink',
  'placeStatus',
  'previewRequests',
  'previewRows',
  'readProgress',
  'readSelection',
  'readWorkspaces',
  'removeChannel',
  'removeSchedule',
  'removeStatus',
  'renameLogin',
  'replaceKey',
  'saveAlerts',
  'saveChannel',
  'saveMail',
  'saveQuery',
  'saveSchedule',
  'shareLogin',
  'showEntries',
  'startRefresh',
  'startRefreshes',
  'stepRefresh',
  'stepRefreshes',
  'stopRefresh',
  'takeOverSchedule',
  'testChannel',
  'unshareLogin',
  'wakeSchedules',
  'withdrawLink',
];

/**
 * All that can be called of the link project, by anybody: exports of src/link/main.ts. Google serves the page by one and takes what is
 * posted by another; the page calls the third.
 */
export const linkEntryPoints = ['doGet', 'doPost', 'visitLink'];

/** The stubs of the link project. */
export function linkStubs() {
  return linkEntryPoints.map((name) => `function ${name}(input) { return linkProject.${name}(input); }`);
}

/** The stub of each entry point, as the script has it at its top; `addon` is what src/main.ts exports. */
export function stubs() {
  return [
    ...calledByGoogle.map((name) => `function ${name}() { return addon.${name}.apply(this, arguments); }`),
    ...calledBySidebar.map((name) => `function ${name}(input) { return addon.sidebar.${name}(input); }`),
  ];
}
