import { queries, several } from './numbers';

/** What is said about logins: connecting, managing, mending, and forgetting all of them. */
export const loginWords = {
  connect: {
    title: 'Connect to Clockify',
    titleAgain: 'Add a login',
    lead: 'Your tracked time as a table that refreshes. Clocktable only reads: it never changes anything in Clockify.',
    key: 'API key',
    keyHint: 'Nobody can read it again, you included: not here, and not in a cell.',
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
    noKey: 'The account is somebody else’s?',
  },

  sharing: {
    who: 'Who may use it',
    private: 'Only me',
    privateHint: 'It is stored with your Google account, for this add-on only.',
    shared: 'Everybody who edits this spreadsheet',
    means:
      'Everyone who can edit this spreadsheet and has Clocktable can refresh with it, and so can see everything this key’s owner can see. Nobody can read the key.',
    off: 'Sharing is off here.',
    name: 'Your name, as the others see it',
    nameHint: 'Asked once. They see that you share this login, and since when.',
    nameMissing: 'Type the name that the others see.',
    title: (name: string) => `Share ${name} in this spreadsheet?`,
    goesOn: 'You can stop sharing at any time. In other spreadsheets it stays yours alone.',
    as: (name: string) => `The others will see that ${name} shares it.`,
    share: 'Share',
    done: (name: string) => `${name} is shared in this spreadsheet.`,
    stopTitle: (name: string) => `Stop sharing ${name}?`,
    stopText: (total: number) =>
      total === 0
        ? 'No query here reads with it. It stays your login.'
        : `You can still refresh ${total === 1 ? 'this query' : 'these queries'}. Nobody else can any more, until they choose a login of their own; the tables stay.`,
    stop: 'Stop sharing',
    stopped: (name: string) => `${name} is private again.`,
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

  renameLogin: { title: 'Rename login' },

  replaceKey: {
    title: 'Replace key',
    of: 'Login',
    text: (name: string) => `A new key for ${name}. Its queries keep working.`,
    shared: 'It is shared: everybody here reads with the new key then.',
    replace: 'Replace key',
    checking: 'Checking…',
    refresh: (total: number) =>
      `Then refresh ${total === 1 ? 'the query' : `the ${queries(total)}`} that failed`,
    replaced: (name: string) => `${name} works again.`,
    changes: 'This key is not like the one before',
    nothingYet: (name: string) => `Nothing is replaced yet. With it, ${name} changes so:`,
    lost: (accounts: string[]) => `It doesn’t see ${accounts.join(', ')}, which no query here reads.`,
    gained: (accounts: string[]) => `It also sees ${accounts.join(', ')}.`,
    anyway: 'Replace anyway',
    another: 'Use another key',
  },

  missing: {
    title: 'Which login shall read these?',
    lead: 'These queries read with logins that you don’t have here. Choose one of yours; nothing is read before you say so.',
    leadBlind:
      'These queries read accounts that their login no longer sees. Choose what reads them from now on; nothing is read before you say so.',
    use: 'Read with',
    later: 'None for now',
    none: 'None of your logins sees these accounts.',
    reads: (total: number) => `What ${total === 1 ? 'it reads' : 'they read'}`,
    needs: (accounts: string[]) => `Needs ${accounts.join(', ')}`,
    blind: (login: string, accounts: string[]) => `${login} no longer sees ${accounts.join(', ')}`,
    lands: 'What a query reads lands in this spreadsheet, where others can see it.',
    agreeTitle: (total: number) =>
      total === 1 ? 'This query waits for your agreement' : `These ${total} queries wait for your agreement`,
    agreeText: 'They read with your logins, and go on once you agree.',
    agree: 'Let them read',
    go: 'Use and refresh',
    goAgree: 'Agree and refresh',
    notNow: 'Not now',
    connect: 'Connect another login',
    nothing: 'Nothing is missing any more.',
    leftTitle: (total: number) => `${queries(total)} could not be taken over.`,
    banner: (total: number) =>
      `${queries(total)} ${total === 1 ? 'reads' : 'read'} with a login that you don’t have here.`,
    bannerText: 'Made by somebody else, or in the file that this one was copied from.',
    review: 'Choose a login',
  },

  logins: {
    title: 'Logins',
    open: 'Logins',
    hint: 'Keys, whose they are, and who may use them',
    none: 'No login yet.',
    mine: 'Yours',
    others: 'Shared here by others',
    add: 'Add a login',
    private: 'Private',
    sharedBy: (name: string, moment: string) => `Shared here by ${name} since ${moment}`,
    sharedByYou: (name: string, moment: string) => `Shared here since ${moment}, as ${name}`,
    refused: (moment: string) => `Clockify no longer accepts this key, since ${moment}.`,
    askOwner: (name: string) => `${name} can replace it. Until then, choose another login in your queries.`,
    used: (moment: string) => `Last used ${moment}`,
    unused: 'Not used yet',
    usedBy: (total: number) => (total === 0 ? 'No query here reads with it' : `Read by ${queries(total)}`),
    samePerson: (names: string[]) => `The same person as ${names.join(' and ')}: another key of theirs.`,
    otherPerson: (name: string) => `Not the person of ${name}, who has the same name.`,
    checkAgain: 'Check the key again',
    checked: (name: string, total: number) =>
      `${name} works: it sees ${several(total, 'account', 'accounts')}.`,
    noAccounts: 'Sees no account',
    forgetOthers: 'Remove from this spreadsheet',
    removeTitle: (name: string) => `Remove ${name} from this spreadsheet?`,
    removeText: (total: number, by: string) =>
      total === 0
        ? `No query here reads with it. It stays ${by}’s login.`
        : `${total === 1 ? 'This query stops' : 'These queries stop'} refreshing for everybody but ${by}, until another login is chosen; the tables stay.`,
    remove: 'Remove',
    removed: (name: string) => `${name} was removed from this spreadsheet.`,
  },

  settings: {
    title: 'Settings',
    accounts: (total: number) => several(total, 'account', 'accounts'),
    moreOf: (name: string) => `More for ${name}`,
    log: 'Refresh log',
    logHint: 'The last 50 refreshes and how they ended',
    forget: 'Forget everything',
    forgetHint: 'Removes logins, queries and the log',
    plan: (plan: string) => `${plan} plan`,
    sees: {
      all: 'sees everybody’s time',
      team: 'sees own time and the team’s',
      projects: 'sees own time and that of managed projects',
      own: 'sees own time only',
      people: (seen: number, of: number | null) =>
        of === null ? ` (${seen} people)` : ` (${seen} of ${of} people)`,
    },
    noAmounts: 'amounts hidden',
    deleteTitle: (name: string) => `Delete the login ${name}?`,
    deleteText: (total: number) =>
      total === 0
        ? 'No query here uses it. The key itself stays valid in Clockify.'
        : `${total === 1 ? 'This query stops' : 'These queries stop'} refreshing until another login is chosen; the tables stay. The key itself stays valid in Clockify.`,
    deleteShared: 'It is shared: nobody else here can refresh with it any more either.',
    deleteElsewhere: (total: number) =>
      `You share it in ${several(total, 'other spreadsheet', 'other spreadsheets')} too: there it stops for everybody when you next open Clocktable in them.`,
    deleted: (name: string) => `The login ${name} was deleted.`,
  },

  forget: {
    title: 'Forget everything?',
    text: 'This can’t be undone. It removes:',
    items: (logins: number, total: number, others: string[]) => [
      `your ${several(logins, 'login', 'logins')} with ${logins === 1 ? 'its key' : 'their keys'}, in every spreadsheet`,
      `the ${queries(total)} and the refresh log of this spreadsheet`,
      ...(others.length > 0 ? [`what others share in it: ${others.join(', ')}. They keep it as theirs`] : []),
      'everything that is cached',
    ],
    elsewhere: (total: number) =>
      `You share logins in ${several(total, 'other spreadsheet', 'other spreadsheets')}: there they stay until somebody who edits it removes them. To end it yourself, stop sharing there first.`,
    tables: 'Tables stay in the sheet as plain cells.',
    revoke: 'To revoke a key everywhere, delete it in Clockify: Preferences ▸ Advanced ▸ Manage API keys.',
    confirm: 'Type FORGET to confirm',
    word: 'FORGET',
    go: 'Forget everything',
    done: 'Everything was forgotten.',
  },
};
