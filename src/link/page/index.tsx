import { render } from 'preact';
import { Page } from './Page';
import { fragment, visit } from './script';
import { openAsk, sealAnswer } from './seal';

/** The page that a link opens, in the frame in which Google serves it. */
render(
  <Page effects={{ fragment, visit, openAsk, sealAnswer }} />,
  document.getElementById('page') as HTMLElement,
);
