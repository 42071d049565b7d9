import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Message, Messages } from '../../../src/core/messages.js'

const FOLDER = join(import.meta.dirname, '../../../data/messages')
const CHOICES = new Set(['one', 'other', 'usted', 'tú', 'vos'])

/** The real sentences of `data/messages`, read as the build reads them. */
export const spanish: Messages = Object.fromEntries(
  readdirSync(FOLDER)
    .filter((name) => /^es.*\.yaml$/.test(name))
    .flatMap((name) => flatten('', parse(readFileSync(join(FOLDER, name), 'utf8')))),
)

function flatten(path: string, node: unknown): readonly (readonly [string, Message])[] {
  if (isLeaf(node)) return [[path, node]]
  if (typeof node !== 'object' || node === null) throw new Error(`${path} is no message`)
  return Object.entries(node).flatMap(([key, child]) =>
    flatten(path === '' ? key : `${path}.${key}`, child),
  )
}

function isLeaf(node: unknown): node is Message {
  if (typeof node === 'string' || Array.isArray(node)) return true
  return typeof node === 'object' && node !== null && Object.keys(node).every((k) => CHOICES.has(k))
}
