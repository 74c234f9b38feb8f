import type { Problem } from '../problems/problem';

/** What is asked for is no schedule. */
export function scheduleInvalid(query: string): Problem {
  return {
    code: 'schedule-invalid',
    scope: { query },
    title: `This is no schedule that ${query} could have.`,
    remedy: 'Choose how often, the hour and the time zone again.',
    retry: 'never',
  };
}

/** Others carry it with logins that aren't this person's. */
export function scheduleNotYours(query: string): Problem {
  return {
    code: 'schedule-not-yours',
    scope: { query },
    title: `The schedule of ${query} runs with a login that is private to somebody else.`,
    remedy: 'Take it over with a login of your own, or ask them to change it.',
    retry: 'never',
  };
}

/** Google lets a person have so many triggers in all spreadsheets together. */
export function triggersTooMany(): Problem {
  return {
    code: 'triggers-too-many',
    scope: {},
    title: 'Google lets you have 20 spreadsheets that refresh by themselves, and this would be one more.',
    remedy:
      'Turn schedules off in a spreadsheet that needs none, or let a colleague carry this one. Until then it is refreshed when you open the sidebar.',
    retry: 'never',
  };
}

/** No trigger can be made here at all. */
export function triggersOff(cause?: string): Problem {
  return {
    code: 'triggers-off',
    scope: {},
    title: 'Google doesn’t let the add-on run by itself here.',
    remedy:
      'Schedules are kept, and what is due is refreshed when you open the sidebar. Install the add-on, or ask your administrator to allow it.',
    retry: 'never',
    ...(cause ? { cause } : {}),
  };
}

/** The triggers of a day have used up what Google gives them. */
export function triggerTimeUsedUp(retryAt: number): Problem {
  return {
    code: 'trigger-time-used-up',
    scope: {},
    title: 'The time that Google gives to what runs by itself is used up for today.',
    remedy: 'Schedules go on within 24 hours. Until then what is due is refreshed when you open the sidebar.',
    retry: 'later',
    retryAt,
  };
}
