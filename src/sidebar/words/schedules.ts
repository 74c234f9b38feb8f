import { queries } from './numbers';

/** What is said of refreshes that nobody presses a button for. */
export const scheduleWords = {
  schedule: {
    label: 'Schedule',
    off: 'Refreshed by hand only.',
    offer: 'Keep it fresh? It can be refreshed by itself, also while this is closed.',
    set: 'Schedule…',
    keep: 'Keep it fresh…',
    change: 'Change…',
    next: (moment: string) => `Next ${moment}`,
    slot: (hour: number) => `${hour}:00–${hour}:59`,
    today: (time: string) => `today ${time}`,
    tomorrow: (time: string) => `tomorrow ${time}`,
    carriedByMe: 'You carry it: it runs with your login.',
    carriedWith: (names: string) => `You and ${names} carry it; it runs once, whoever is first.`,
    carriedBy: (names: string) => `Carried by ${names}.`,
    somebody: 'a colleague',
    and: (first: string, last: string) => `${first} and ${last}`,
    nobody: 'Nobody carries it, so it doesn’t run. Take it over, and it runs with your login.',
    waits: {
      agreement: 'Waits for your agreement: somebody else changed the query.',
      login: 'Waits for a login of yours: the one that the query reads with isn’t there, or is refused.',
      nobody: 'Waits for somebody to carry it.',
      trigger: 'Is refreshed when you open the sidebar.',
    },
    waitsShort: {
      agreement: 'Schedule waits for your agreement',
      login: 'Schedule waits for a login',
      nobody: 'Schedule is carried by nobody',
      trigger: 'Refreshes when you open the sidebar',
    },
    overdue: (moment: string) => `Late since ${moment}.`,
    alone: (login: string) =>
      `Only you can refresh this while ${login} is private: it goes on as long as you have access. Share the login, and colleagues can carry it too.`,
    join: 'Turn on for me too',
    takeOver: 'Take over',
    leave: 'Stop carrying it',
    remove: 'Turn off for everybody',
    turnOff: 'Turn off',
    more: (name: string) => `More for the schedule of ${name}`,
    saved: (name: string, next: string) => `${name} is refreshed by itself. Next ${next}.`,
    savedLater: (name: string) => `The schedule of ${name} was saved.`,
    takenOver: (name: string) => `You carry the schedule of ${name} now.`,
    left: (name: string) => `You no longer carry the schedule of ${name}.`,
    removed: (name: string) => `${name} is refreshed by hand only.`,
    useAndCarry: 'Use it and take over',
    dialog: {
      title: (name: string) => `When is ${name} refreshed?`,
      how: 'How often',
      hows: {
        hour: 'Every hour',
        hours: 'Every few hours',
        day: 'Every day',
        weekdays: 'Every weekday',
        week: 'Every week',
        month: 'Every month',
      },
      number: 'Every',
      hours: (number: number) => `${number} hours`,
      weekday: 'On',
      weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
      day: 'On day',
      lastWorking: 'Last working day',
      hour: 'Between',
      hourHint: 'Google chooses the minute.',
      zone: 'Time zone',
      save: 'Save',
    },
    removeTitle: (name: string) => `Turn off the schedule of ${name}?`,
    removeText: (names: string) =>
      `Also for those who carry it with you: ${names}. The table stays, and can be refreshed by hand.`,
    woken: (total: number, since: string | null) =>
      `${since ? `Nothing ran by itself since ${since}` : 'Nothing has run by itself yet'}: ${
        total > 0 ? `${queries(total)} ${total === 1 ? 'is' : 'are'} refreshed now.` : 'nothing is due now.'
      }`,
    due: (total: number) =>
      `${queries(total)} ${total === 1 ? 'was' : 'were'} due, and ${total === 1 ? 'is' : 'are'} refreshed now.`,
    madeAnew: 'What wakes Clocktable was made anew.',
  },
};
