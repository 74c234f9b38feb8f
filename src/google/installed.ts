/**
 * Whether the script runs as an installed add-on, whose store nobody who edits the spreadsheet can open. A copy of the script
 * that is bound to the spreadsheet isn't, nor is a test deployment; what can't be known counts as that.
 */
export function isInstalled(): boolean {
  try {
    return ScriptApp.getInstallationSource() !== ScriptApp.InstallationSource.NONE;
  } catch {
    return false;
  }
}
