import { refreshPage } from '../../build/page.mjs';
import whole from './whole.mjs';

/** Builds the page beside all that the tests of the whole need. */
export default async function setup() {
  await whole();
  await refreshPage();
}
