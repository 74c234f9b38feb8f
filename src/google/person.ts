import { digest } from './digest';

/** Stands for whoever runs the script, to others who must not learn who that is: it changes every month. */
export function personKey(): string {
  return digest(Session.getTemporaryActiveUserKey());
}
