/** A refusal in Clockify's words: HTTP status, and the body's message and code. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
  }

  get body(): { message: string; code: number } {
    return { message: this.message, code: this.code };
  }
}

export const failures = {
  unknownKey: () => new Failure(401, 4003, 'Api key does not exist'),
  keyCount: () => new Failure(401, 1000, 'Multiple or none auth tokens present'),
  addonToken: () => new Failure(401, 4017, 'Token is not valid'),
  accessDenied: () => new Failure(403, 501, 'Access Denied'),
  noRoute: (path: string) => new Failure(404, 3000, `No static resource ${path.replace(/^\/+/, '')}.`),
  wrongMethod: (method: string) => new Failure(405, 3000, `Request method '${method}' is not supported`),
  badBody: () => new Failure(400, 3002, 'Request body is not readable'),
  tooMany: () => new Failure(429, 429, 'Too many requests'),
  invalid: (message: string) => new Failure(400, 501, message),
  notHere: (what: string) => new Failure(400, 501, `${what} doesn't belong to Workspace`),
};
