/** What an id names: a digit inside it, so that two kinds can never collide. */
const kinds = {
  workspace: '1',
  person: '2',
  client: '3',
  project: '4',
  task: '5',
  tag: '6',
  group: '7',
  currency: '8',
  entry: '9',
  approval: 'a',
  invoice: 'b',
} as const;

/**
 * An id as Clockify writes them: 24 hexadecimal characters, the first eight a time in seconds.
 * `number` tells two objects of the same kind, time and workspace apart (below 2^40).
 */
export function hexId(
  kind: keyof typeof kinds,
  workspace: number,
  number: number,
  epochSeconds = 0x66000000,
): string {
  return (
    epochSeconds.toString(16).padStart(8, '0') +
    workspace.toString(16).padStart(5, '0') +
    kinds[kind] +
    number.toString(16).padStart(10, '0')
  );
}
