const verbs = [
  'Prepare',
  'Review',
  'Draft',
  'Fix',
  'Discuss',
  'Test',
  'Plan',
  'Write',
  'Clean up',
  'Measure',
];
const things = [
  'landing page',
  'newsletter',
  'colour palette',
  'release notes',
  'photo selection',
  'invoice layout',
  'search index',
  'onboarding steps',
  'booking form',
  'press kit',
  'sound check',
  'floor plan',
];
const places = ['', ' with client', ' for spring', ' (second round)', ', open points', ' v2', ': feedback'];

/** A plain line of work, the same for the same number; some repeat, as people's descriptions do. */
export function describeWork(number: number): string {
  const verb = verbs[number % verbs.length]!;
  const thing = things[Math.floor(number / 16) % things.length]!;
  return `${verb} ${thing}${places[Math.floor(number / 256) % places.length]!}`;
}
