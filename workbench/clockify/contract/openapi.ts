import Ajv, { type ValidateFunction } from 'ajv';
import type { Operation } from '../contract';
import { type Schema, sentences } from './schemas';

interface Parameter {
  in: string;
  name: string;
  required?: boolean;
  schema: Schema;
}

interface SpecOperation {
  parameters?: Parameter[];
  servers?: { url: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** An OpenAPI 3.0 document, as far as it is looked at. */
export interface OpenApi {
  paths: Record<string, (Record<string, SpecOperation> & { servers?: { url: string }[] }) | undefined>;
  components: { schemas: Record<string, Schema> };
}

/** Where the specification is known to be wrong: what it says there is not held against a request. */
const exceptions: { operation: string; parameter: string; what: 'required'; reason: string }[] = [
  {
    operation: 'getUsers',
    parameter: 'include-roles',
    what: 'required',
    reason: 'marked as required, works when left out',
  },
];

/** Values that the specification forgot in a list of a schema. */
const forgotten: { schema: string; property: string; values: string[]; reason: string }[] = [
  {
    schema: 'SummaryFilterV1',
    property: 'groups',
    values: ['USER', 'TAG', 'USER_GROUP'],
    reason: 'USER is in recorded answers; all three are sent by other clients',
  },
];

/** Holds requests against the official specification of the operations they use. */
export class OpenApiContract {
  // Query parameters are text on the wire, as in the demo's own contract.
  private readonly queries = new Ajv({
    strict: false,
    validateFormats: false,
    coerceTypes: 'array',
    allErrors: true,
  });
  private readonly bodies = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(private readonly spec: OpenApi) {
    this.bodies.addSchema({ components: { schemas: completed(closed(spec.components.schemas)) } }, 'spec');
  }

  /** What the specification says against a request, one sentence each. */
  disagreements(operation: Operation, query: Record<string, unknown>, body: unknown): string[] {
    const item = this.spec.paths[`/v1${operation.path}`] ?? this.spec.paths[this.sameShape(operation.path)];
    const spec = item?.[operation.method.toLowerCase()];
    if (!item || !spec) return ['the specification has no such operation'];
    const server = (spec.servers ?? item.servers)?.[0]?.url ?? '';
    const found: string[] = [];
    if (server.includes('//reports.') !== (operation.reports ?? false)) {
      found.push(`the specification serves it at ${server}`);
    }
    found.push(...this.queryProblems(operation, spec, query));
    found.push(...this.bodyProblems(operation, spec, body));
    return found;
  }

  /** The specification's path when it names a segment otherwise. */
  private sameShape(path: string): string {
    const shape = (each: string) => each.replace(/\{\w+\}/g, '{}');
    return Object.keys(this.spec.paths).find((each) => shape(each) === shape(`/v1${path}`)) ?? '';
  }

  private queryProblems(operation: Operation, spec: SpecOperation, query: Record<string, unknown>): string[] {
    const parameters = (spec.parameters ?? []).filter((each) => each.in === 'query');
    const required = parameters.filter(
      ({ name, required }) =>
        required && !exceptions.some((each) => each.operation === operation.name && each.parameter === name),
    );
    const validate = this.validator(`query ${operation.name}`, () =>
      this.queries.compile({
        type: 'object',
        properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
        required: required.map(({ name }) => name),
        additionalProperties: false,
      }),
    );
    return validate({ ...query }) ? [] : sentences('query', validate);
  }

  private bodyProblems(operation: Operation, spec: SpecOperation, body: unknown): string[] {
    const schema = spec.requestBody?.content['application/json']?.schema;
    if (!schema) return body === undefined || body === null ? [] : ['the specification knows no body'];
    const validate = this.validator(`body ${operation.name}`, () =>
      this.bodies.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"spec#/'))),
    );
    return validate(body) ? [] : sentences('body', validate);
  }

  private validator(name: string, compile: () => ValidateFunction): ValidateFunction {
    const known = this.compiled.get(name) ?? compile();
    this.compiled.set(name, known);
    return known;
  }
}

/** The same schemas, refusing properties that they don't name: an unknown one is ignored by Clockify in silence. */
function closed(schemas: Record<string, Schema>): Record<string, Schema> {
  const copy = JSON.parse(JSON.stringify(schemas)) as Record<string, Schema>;
  for (const schema of Object.values(copy)) {
    if (schema.properties && schema.additionalProperties === undefined && !schema.allOf) {
      schema.additionalProperties = false;
    }
  }
  return copy;
}

/** The same schemas with what they forgot. */
function completed(schemas: Record<string, Schema>): Record<string, Schema> {
  for (const { schema, property, values } of forgotten) {
    const { properties } = (schemas[schema] ?? {}) as { properties?: Record<string, { items: Schema }> };
    const items = properties?.[property]?.items;
    if (items && Array.isArray(items.enum)) items.enum = [...items.enum, ...values];
  }
  return schemas;
}
