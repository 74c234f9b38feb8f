import * as v from 'valibot';
import type { Http, HttpFailure, HttpResponse } from '../clockify/http';
import { type Done, doneSchema, type Wish } from '../link/protocol';
import { type Problem, type ProblemCode, raise } from '../problems/problem';
import type { Store } from '../store/store';

/** Where the link project answers, as whoever deployed it wrote it into the script properties, and what proves who asks. */
interface Office {
  address: string;
  token: string;
}

const ADDRESS = 'link-address';
const TOKEN = 'link-token';
const SHORTEST_TOKEN = 20;

/** The address of a deployed web app, on an account of one's own or of an organization's. */
const WEB_APP = /^https:\/\/script\.google\.com\/(a\/macros\/[\w.-]+|macros)\/s\/[\w-]+\/exec$/;

/** Where a web app's answers are read: Google redirects to it. */
const ANSWERS = 'https://script.googleusercontent.com/';

const answerSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), value: doneSchema }),
  v.object({
    ok: v.literal(false),
    problem: v.object({ code: v.string(), title: v.string(), remedy: v.string() }),
  }),
]);

/** The link project, as the add-on's server reaches it. */
export class LinkOffice {
  constructor(
    private readonly properties: Store,
    private readonly http: Http,
  ) {}

  /** Why there can be no links; null where there can be. */
  off(): Problem | null {
    return this.setting('address') === null || this.setting('token') === null ? linksOff() : null;
  }

  /** The address that links begin with. Raises `links-off`. */
  address(): string {
    return this.office().address;
  }

  /** Has the link project do something. Raises `links-off`, `links-too-many`, `unreachable`, `answer-unreadable`. */
  order(wish: Wish): Done {
    const { address, token } = this.office();
    const text = this.read(address, JSON.stringify({ token, ...wish }));
    const answer = v.safeParse(answerSchema, parsed(text));
    if (!answer.success) return raise(unreadable(/^\s*</.test(text) ? 'a web page' : 'something else'));
    if (answer.output.ok) return answer.output.value;
    return raise(refusalOf(answer.output.problem.code));
  }

  /** Posts, and reads the answer where Google has put it: no other redirect is followed. */
  private read(address: string, body: string): string {
    const posted = this.send({
      method: 'post',
      url: address,
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    if (posted.status === 200) return posted.text;
    const { location = '' } = posted.headers;
    if (posted.status !== 302 || !location.startsWith(ANSWERS))
      return raise(unreadable(`the status ${posted.status}`));
    const { status, text } = this.send({ method: 'get', url: location, headers: {} });
    return status === 200 ? text : raise(unreadable(`the status ${status}`));
  }

  private send(request: Parameters<Http['send']>[0][number]): HttpResponse {
    const [response] = this.http.send([request]);
    return failed(response) ? raise(unreachable(response.failure)) : response;
  }

  private office(): Office {
    const [address, token] = [this.setting('address'), this.setting('token')];
    return address === null || token === null ? raise(linksOff()) : { address, token };
  }

  /** A setting that can be what it has to be. */
  private setting(kind: keyof Office): string | null {
    const value = this.properties.get(kind === 'address' ? ADDRESS : TOKEN)?.trim() ?? '';
    const fits = kind === 'address' ? WEB_APP.test(value) : value.length >= SHORTEST_TOKEN;
    return fits ? value : null;
  }
}

function failed(response: HttpResponse | HttpFailure): response is HttpFailure {
  return 'failure' in response;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Words for what the link project refuses: its own are for whoever runs it. */
function refusalOf(code: string): Problem {
  const known: Partial<Record<ProblemCode, () => Problem>> = {
    'links-off': tokenDiffers,
    'links-too-many': tooMany,
    'store-full': tooMany,
    busy: () => passing('The link project is busy.'),
  };
  return (known[code as ProblemCode] ?? (() => passing('The link project failed.')))();
}

function linksOff(): Problem {
  return {
    code: 'links-off',
    scope: {},
    title: 'Asking by a link is not set up here: the add-on has no link project.',
    remedy:
      'Whoever deployed the add-on can add it; docs/deploy.md says how. Until then, ask for an invitation to the workspace at Clockify and connect with a key of your own.',
    retry: 'never',
  };
}

function tokenDiffers(): Problem {
  return {
    code: 'links-off',
    scope: {},
    title: 'Asking by a link is not set up here: the link project refuses this add-on.',
    remedy:
      'Whoever deployed the add-on has to put the same link-token, of 20 characters or more, into the script properties of both.',
    retry: 'never',
  };
}

function tooMany(): Problem {
  return {
    code: 'links-too-many',
    scope: {},
    title:
      'There are too many links at once: ten of yours can be open, and there is room for some hundreds in all.',
    remedy: 'Withdraw one that you no longer need. If you have none, try again tomorrow.',
    retry: 'later',
  };
}

function passing(title: string): Problem {
  return {
    code: 'unreachable',
    scope: {},
    title,
    remedy: 'Try again in a minute. Nothing was lost.',
    retry: 'later',
  };
}

function unreachable(cause: string): Problem {
  return { ...passing('The link project could not be reached.'), cause };
}

function unreadable(what: string): Problem {
  return {
    code: 'answer-unreadable',
    scope: {},
    title: `The link project answered with ${what} instead of data.`,
    remedy:
      'Try again in a few minutes; nothing was lost. If this continues, tell whoever gave you the add-on: its link project may be deployed for too few people.',
    retry: 'later',
  };
}
