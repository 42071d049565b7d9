import type { Json } from '../schema/schema.js'

/**
 * Reads a JSON column. The type is the one named beside the column in the schema: only this program writes
 * there, so it is trusted.
 */
export function parseJson<T>(text: Json): T {
  return JSON.parse(text)
}

export function parseNullable<T>(text: Json | null): T | null {
  return text === null ? null : parseJson<T>(text)
}

export function toJson(value: object): Json {
  return JSON.stringify(value)
}

export function toNullable(value: object | null): Json | null {
  return value === null ? null : JSON.stringify(value)
}
