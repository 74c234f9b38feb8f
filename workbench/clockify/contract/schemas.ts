import type { ValidateFunction } from 'ajv';

/** A JSON Schema, as Ajv takes it. */
export type Schema = Record<string, unknown>;

export const text: Schema = { type: 'string' };
export const flag: Schema = { type: 'boolean' };
export const page: Schema = { type: 'integer', minimum: 1 };
export const sortOrder: Schema = { enum: ['ASCENDING', 'DESCENDING'] };

export function pageSize(maximum: number): Schema {
  return { type: 'integer', minimum: 1, maximum };
}

export function anyOf(...values: string[]): Schema {
  return { enum: values };
}

export function list(items: Schema): Schema {
  return { type: 'array', items };
}

/** An object that may have these properties and no other. */
export function only(properties: Record<string, Schema>, required: string[] = []): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** What a check found, one sentence each. */
export function sentences(where: string, { errors }: ValidateFunction): string[] {
  return (errors ?? []).map(({ instancePath, message, params }) => {
    const { additionalProperty, allowedValues } = params as Record<string, unknown>;
    const detail = additionalProperty ?? allowedValues;
    return `${where}${instancePath} ${message}${detail === undefined ? '' : ` (${detail})`}`;
  });
}
