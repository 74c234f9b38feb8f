/** Where Google serves a web app, and where it lets the answer to a post be read. The bundle knows these only. */
const SERVED = 'https://script.google.com/macros/s/workbench/exec';
const ANSWERS = 'https://script.googleusercontent.com/macros/echo';

/** The addresses of a web app: those that a script has, and where this machine serves them. */
export class Addresses {
  /** Where the web app is, as a script has to know it. */
  static readonly served = SERVED;

  /** `origin` is where the page is, `frames` where its frame is: to a browser another site. */
  constructor(
    readonly origin: string,
    readonly frames: string,
  ) {}

  /** Where a request of a script goes; undefined for one that isn't for the web app. */
  route(url: string): { url: string } | undefined {
    for (const [google, path] of [
      [SERVED, paths.served],
      [ANSWERS, paths.answers],
    ]) {
      if (url === google || url.startsWith(`${google}?`))
        return { url: this.origin + path + url.slice(google.length) };
    }
    return undefined;
  }

  /** A text with the addresses of the web app as a browser of this machine can open them. */
  forBrowsers(text: string): string {
    return text.replaceAll(SERVED, this.origin + paths.served);
  }

  /** Where the answer with a name can be read, as the browser or script that posted is told. */
  answer(name: string): string {
    return `${ANSWERS}?user_content_key=${name}`;
  }
}

/** The paths under which this machine serves it. */
export const paths = {
  served: '/macros/s/workbench/exec',
  answers: '/macros/echo',
  frame: '/frame',
  run: '/run',
  around: '/around.js',
} as const;
