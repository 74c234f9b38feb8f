/**
 * The functions that Google, the menu or the sidebar may call. Everything else in the bundle is unreachable
 * from outside, so this list is the add-on's access-control list; `test/whole/entryPoints.test.ts` holds it.
 */
export const entryPoints = [
  'onOpen',
  'onInstall',
  'acknowledgeAmounts',
  'addLogin',
  'agreeToQuery',
  'deleteLogin',
  'deleteQuery',
  'forgetAll',
  'goToTable',
  'insertColumns',
  'listLogins',
  'listQueries',
  'listRuns',
  'loadOverview',
  'openSidebar',
  'readSelection',
  'readWorkspaces',
  'refreshAll',
  'refreshThisTab',
  'renameLogin',
  'replaceKey',
  'saveQuery',
  'startRefresh',
  'stepRefresh',
  'stopRefresh',
];
