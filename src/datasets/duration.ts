const ISO_DURATION =
  /^(-)?P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/**
 * Seconds of a duration as Clockify spells it: a number is seconds (reports), a text is ISO 8601 (`PT2H54M`, core). Null
 * when there is none, or when it is neither.
 */
export function secondsOf(duration: unknown): number | null {
  if (typeof duration === 'number') return Number.isFinite(duration) ? duration : null;
  if (typeof duration !== 'string') return null;
  const match = ISO_DURATION.exec(duration);
  if (!match) return null;
  const [, minus, days, hours, minutes, seconds] = match;
  const total =
    Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  if (!Number.isFinite(total)) return null;
  return minus ? -total : total;
}
