/** Time as an execution has it. Milliseconds since 1970. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): void;
}
