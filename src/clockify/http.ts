/** One HTTP request. Header names and values are sent as given. */
export interface HttpRequest {
  method: 'get' | 'post';
  url: string;
  headers: Record<string, string>;
  body?: string;
}

/** An answer with any status; header names in lower case. */
export interface HttpResponse {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** Why no answer came: no connection, no name, no time. */
export interface HttpFailure {
  failure: string;
}

/** Sends requests side by side and gives their outcomes in the same order. Never throws for what the network does. */
export interface Http {
  send(requests: HttpRequest[]): (HttpResponse | HttpFailure)[];
}
