import { rows, several } from './numbers';

/** What is said when something goes wrong in the sidebar itself, and on the buttons that mend what went wrong. */
export const problemWords = {
  remedies: {
    replaceKey: 'Replace key',
    connect: 'Connect',
    chooseAccounts: 'Choose accounts',
    goOnWith: (name: string) => `Use ${name}`,
    useLogin: 'Choose a login',
    insertRows: (total: number) => `Insert ${rows(total)}`,
    insertColumns: (total: number) => `Insert ${several(total, 'column', 'columns')}`,
    newTab: 'Use new tab',
    placeHere: 'Place at selected cell',
    edit: 'Edit query',
    editColumns: 'Edit columns',
    editFilters: 'Edit filters',
    editPeriod: 'Change period',
    editOptions: 'Choose a time zone',
    reload: 'Reload sidebar',
    delete: 'Delete query',
    readAccounts: 'Reload accounts',
  },

  problems: {
    offline: {
      title: 'You are offline.',
      remedy: 'Nothing was changed. Try again when you are back online.',
    },
    accountsMixed: {
      title: 'Google refused the call: several Google accounts are signed in to this browser.',
      remedy:
        'This is a known fault of Google’s. Open the spreadsheet in a window with one account only (a private window or another browser profile), or sign out of the others. Nothing was changed.',
    },
    executionEnded: {
      title: 'Google ended the script before it was done.',
      remedy: 'The old table stays. Try again.',
    },
    scriptsTooMany: {
      title: 'Too many scripts of yours run at the same time.',
      remedy: 'Wait a minute, then try again. Nothing was changed.',
    },
    answerOdd: {
      title: 'The add-on’s answer could not be read.',
      remedy:
        'Reload the sidebar. If it happens again, tell whoever gave you the add-on, with the time it happened.',
    },
    unexpected: {
      title: 'Something went wrong between the sidebar and Google.',
      remedy:
        'Nothing was lost. Try again; if it happens again, tell whoever gave you the add-on, with the time it happened.',
    },
    damaged: (query: string) => ({
      title: `The stored query ${query} can’t be read.`,
      remedy: 'Delete it and make it again, or undo the edit of the hidden sheet. Its table stays as it is.',
    }),
    untold: (query: string) => ({
      title: `The last refresh of ${query} failed.`,
      remedy: 'Refresh it again.',
    }),
    broken: {
      title: 'This part of the sidebar can’t be shown.',
      remedy: 'Your tables are untouched. Go back, or reload the sidebar.',
    },
    permissionMissing: (names: string[]) => ({
      title:
        names.length === 0
          ? 'The add-on lacks a permission that it needs. Nothing was changed.'
          : `The add-on lacks a permission: ${names.map((name) => `“${name}”`).join(', ')}. Nothing was changed.`,
      remedy: 'Open it again from the Extensions menu and allow what it asks for.',
    }),
    noHost: {
      title: 'The sidebar was opened outside a spreadsheet.',
      remedy: 'Open it in Google Sheets: Extensions ▸ Clocktable ▸ Open.',
    },
    quota: {
      title: 'Google’s daily quota for this add-on is used up.',
      remedy: 'It comes back within 24 hours. Until then the tables stay as they are.',
    },
    needsLogin: (query: string) => ({
      title: `${query} was made with a login that isn’t yours.`,
      remedy:
        'Use a login of your own that sees the same account, or connect one. Numbers may differ with what its key can see.',
    }),
    keyRefused: (login: string, by: string | null) => ({
      title: `Clockify no longer accepts the key of ${login}.`,
      remedy:
        by === null
          ? 'Replace the key. It isn’t tried again until then.'
          : `${by} shares it and can replace its key. It isn’t tried again until then; choose another login if you can’t wait.`,
    }),
    retryAt: (moment: string) => `Possible again from ${moment}.`,
  },
};
