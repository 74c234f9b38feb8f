import { refreshOnSchedule } from '../actions/schedule/refreshOnSchedule';
import { problemOf } from '../problems/problem';
import { refusable } from './refusal';
import { services } from './services';

/** Refreshes what is due. Nobody sees what fails here: it goes to the log, and what it means is kept where the sidebar looks. */
export function refreshFromTrigger(): void {
  try {
    refusable(() => refreshOnSchedule(services().effects));
  } catch (error) {
    const { title, cause } = problemOf(error);
    console.error(cause ?? title);
  }
}
