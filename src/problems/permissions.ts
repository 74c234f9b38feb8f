/** What Google calls the permissions of the add-on when it asks for them. */
const NAMES: Record<string, string> = {
  'spreadsheets.currentonly': 'View and manage spreadsheets that this application has been installed in',
  'script.external_request': 'Connect to an external service',
  'script.container.ui': 'Display and run third-party web content in prompts and sidebars',
  'script.scriptapp': 'Allow this application to run when you are not present',
};

/** The permissions that a refusal of Google's names, as a person saw them when asked; none where it names none of ours. */
export function permissionsIn(message: string): string[] {
  return Object.keys(NAMES)
    .filter((scope) => message.includes(`auth/${scope}`))
    .map((scope) => NAMES[scope]);
}
