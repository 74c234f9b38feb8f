import { PlatformError, texts } from '../errors';
import type { TiedTo } from '../options';
import { firstDue, nextDue, type Rhythm, type Trigger } from './trigger';

const mostForUser = 20;

/** What a trigger is made of. */
export type NewTrigger = Pick<Trigger, 'user' | 'handler' | 'spreadsheetId' | 'rhythm'>;

/** All triggers of the script, of every user in every spreadsheet. Copies of a spreadsheet get none. */
export class Triggers {
  private readonly list = new Map<string, Trigger>();
  private made = 0;

  /** Those of a user, oldest first. */
  of(user: string): readonly Trigger[] {
    return this.all.filter((trigger) => trigger.user === user);
  }

  get all(): readonly Trigger[] {
    return [...this.list.values()];
  }

  /** Makes one, unless that is one too many: 20 for a user, and for an add-on that they belong to one in each document. */
  add(made: NewTrigger, tiedTo: TiedTo, now: number): Trigger {
    const others = this.of(made.user);
    if (others.length >= mostForUser) throw new PlatformError(texts.tooManyTriggers);
    if (tiedTo === 'document' && others.some(({ spreadsheetId }) => spreadsheetId === made.spreadsheetId))
      throw new PlatformError(texts.tooManyInDocument);
    return this.stand(made, now);
  }

  /** Lets a user have so many more in spreadsheets that nobody has open here. */
  addElsewhere(user: string, count: number, now: number): void {
    const rhythm: Rhythm = { everyHours: 1 };
    for (let index = 0; index < count; index++)
      this.stand({ user, handler: 'elsewhere', spreadsheetId: `elsewhere-${this.made}`, rhythm }, now);
  }

  private stand(made: NewTrigger, now: number): Trigger {
    // Google's are long numbers.
    const id = String(7_000_000_000_000_000 + ++this.made);
    const trigger = { ...made, id, due: firstDue(id, made.rhythm, now), disabled: false };
    this.list.set(id, trigger);
    return trigger;
  }

  find(id: string): Trigger | undefined {
    return this.list.get(id);
  }

  remove(matches: (trigger: Trigger) => boolean): void {
    for (const trigger of this.all) if (matches(trigger)) this.list.delete(trigger.id);
  }

  /** Disables those that match, or lets them fire again; they stay in every list. */
  disable(matches: (trigger: Trigger) => boolean = () => true, disabled = true): void {
    for (const trigger of this.all) if (matches(trigger)) this.list.set(trigger.id, { ...trigger, disabled });
  }

  /** The ones that are due by a moment, in the order in which they are. */
  dueBy(moment: number): readonly Trigger[] {
    return this.all
      .filter(({ due }) => due <= moment)
      .sort((one, other) => one.due - other.due || (one.id < other.id ? -1 : 1));
  }

  /** Notes that it has fired: from here on it is due again later. */
  fired(id: string, now: number): void {
    const trigger = this.list.get(id);
    if (trigger) this.list.set(id, { ...trigger, due: nextDue(trigger, now) });
  }
}
