import { queries, several } from './numbers';

/** What is said about logins: connecting, managing, mending, and forgetting all of them. */
export const loginWords = {
  connect: {
    title: 'Connect to Clockify',
    titleAgain: 'Add a login',
    lead: 'Your tracked time as a table that refreshes. Clocktable only reads: it never changes anything in Clockify.',
    key: 'API key',
    keyHint: 'Stored with your Google account. Nobody else sees it, not even editors of this spreadsheet.',
    show: 'Show key',
    hide: 'Hide key',
    whereTitle: 'Where is my key?',
    where: [
      'Open Clockify and click your picture at the top right.',
      'Choose Preferences, then the tab Advanced.',
      'Under API, choose Manage API keys and generate one.',
      'Copy it and paste it above.',
    ],
    openClockify: 'Open Clockify’s preferences',
    moreTitle: 'Name and region',
    nameHint: 'Suggested by the key’s owner if you leave it empty.',
    region: 'Region',
    regionHint: 'Detected automatically. Choose one if you know it.',
    subdomain: 'Sub-domain',
    subdomainHint: 'The part before .clockify.me',
    regions: {
      '': 'Detect automatically',
      global: 'Global',
      eu: 'EU (Germany)',
      us: 'USA',
      uk: 'UK',
      au: 'Australia',
      subdomain: 'A sub-domain of our own',
    } as Record<string, string>,
    connect: 'Connect',
    connecting: 'Connecting…',
    connected: (name: string, accounts: number) =>
      `Connected as ${name}: ${several(accounts, 'account', 'accounts')}.`,
    keyMissing: 'Paste your API key first.',
    same: (name: string) => `This key is already your login ${name}.`,
    sameText: 'Nothing was added. Use that login, or paste another key.',
  },

  accounts: {
    label: 'Accounts',
    placeholder: 'Choose accounts',
    add: 'Add an account',
    all: (total: number, login: string) => `All ${total} accounts of ${login}`,
    current: 'current in Clockify',
    unknownLogin: 'not your login',
    missing: 'Choose at least one account.',
    named: (names: string[]) => {
      if (names.length <= 2) return names.join(' and ');
      return `${names[0]} and ${names.length - 1} more accounts`;
    },
  },

  replaceKey: {
    title: 'Replace key',
    text: (name: string) => `A new key for ${name}. Its queries keep working.`,
    replace: 'Replace key',
    refresh: (total: number) =>
      `Then refresh ${total === 1 ? 'the query' : `the ${queries(total)}`} that failed`,
    replaced: (name: string) => `${name} works again.`,
    otherOwner: (before: string, after: string) =>
      `The new key belongs to ${after}, not to ${before}. Numbers may differ.`,
  },

  renameLogin: { title: 'Rename login' },

  settings: {
    title: 'Settings',
    logins: 'Logins',
    addLogin: 'Add a login',
    noLogins: 'No login yet.',
    keyRefused: 'Key no longer accepted',
    replaceKey: 'Replace key',
    readAccounts: 'Reload accounts',
    readAgain: (name: string, total: number) => `${name}: found ${several(total, 'account', 'accounts')}.`,
    accounts: (total: number) => several(total, 'account', 'accounts'),
    moreOf: (name: string) => `More for ${name}`,
    usedBy: (total: number) => (total === 0 ? 'not used here' : `${queries(total)} here`),
    log: 'Refresh log',
    logHint: 'The last 50 refreshes and how they ended',
    forget: 'Forget everything',
    forgetHint: 'Removes logins, queries and the log',
    privacy: 'Logins are yours alone: stored with your Google account, for this add-on only.',
    plan: (plan: string) => `${plan} plan`,
    sees: {
      all: 'sees everybody’s time',
      team: 'sees own time and the team’s',
      projects: 'sees own time and that of managed projects',
      own: 'sees own time only',
    },
    noAmounts: 'amounts hidden',
    deleteTitle: (name: string) => `Delete the login ${name}?`,
    deleteText: (total: number) =>
      total === 0
        ? 'No query here uses it. The key itself stays valid in Clockify.'
        : `${total === 1 ? 'This query stops' : 'These queries stop'} refreshing until another login is chosen; the tables stay. The key itself stays valid in Clockify.`,
    deleted: (name: string) => `The login ${name} was deleted.`,
  },

  forget: {
    title: 'Forget everything?',
    text: 'This can’t be undone. It removes:',
    items: (logins: number, total: number) => [
      `your ${several(logins, 'login', 'logins')} with ${logins === 1 ? 'its key' : 'their keys'}, in every spreadsheet`,
      `the ${queries(total)} and the refresh log of this spreadsheet`,
      'everything that is cached',
    ],
    tables: 'Tables stay in the sheet as plain cells.',
    revoke: 'To revoke a key everywhere, delete it in Clockify: Preferences ▸ Advanced ▸ Manage API keys.',
    confirm: 'Type FORGET to confirm',
    word: 'FORGET',
    go: 'Forget everything',
    done: 'Everything was forgotten.',
  },
};
