const dayMs = 86_400_000;

/** How long a user's triggers may run in 24 hours, in milliseconds: 90 minutes on a consumer account. */
export const triggerTimeMs = 90 * 60_000;

/** How long users' triggers ran, in all their spreadsheets. A user's count begins anew 24 hours after it began. */
export class TriggerTime {
  private readonly days = new Map<string, { readonly since: number; used: number }>();

  /** Milliseconds that a user's triggers have run in the day that goes on now. */
  used(user: string, now: number): number {
    const day = this.days.get(user);
    return day && now < day.since + dayMs ? day.used : 0;
  }

  /** Adds what one took. Also for what other scripts of the user took. */
  add(user: string, now: number, ms: number): void {
    const day = this.days.get(user);
    if (day && now < day.since + dayMs) day.used += ms;
    else this.days.set(user, { since: now, used: ms });
  }

  /** Begins a user's day anew. */
  clear(user: string): void {
    this.days.delete(user);
  }

  /** Whether nothing is left, so that Google starts none of the user's triggers. */
  isUsedUp(user: string, now: number): boolean {
    return this.used(user, now) >= triggerTimeMs;
  }
}
