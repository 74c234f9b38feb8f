import { several } from './numbers';

/** What is said everywhere. */
export const commonWords = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  today: (time: string) => `today ${time}`,
  yesterday: (time: string) => `yesterday ${time}`,
  onDay: (day: string, time: string) => `${day} ${time}`,

  common: {
    back: 'Back',
    cancel: 'Cancel',
    save: 'Save',
    delete: 'Delete',
    rename: 'Rename',
    name: 'Name',
    tryAgain: 'Try again',
    found: (total: number, text: string) =>
      total === 0 ? `Nothing matches “${text}”` : several(total, 'option', 'options'),
    nothingFound: (text: string) => `Nothing matches “${text}”`,
    nothingToChoose: 'Nothing more to choose',
    remove: (what: string) => `Remove ${what}`,
    working: 'Working…',
    opensInNewTab: 'opens in a new tab',
    toggleList: 'Show all',
    dismiss: 'Dismiss',
  },

  load: {
    loading: 'Loading your queries…',
    offlineTitle: 'You are offline',
    offline: (moment: string) =>
      `What you see is from ${moment}. Clocktable goes on by itself when you are back online.`,
    failedHelp: 'Your tables are untouched.',
  },
};
