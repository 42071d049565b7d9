import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { ContactPolicy, Holidays } from '../core/business/types.js'
import { intervalOf, WEEKDAYS, weekShape } from '../core/business/week.js'
import type { Messages } from '../core/messages.js'
import type { Lexicon } from '../core/understanding/lexicon.js'
import { readLexiconFiles } from './lexicon-files.js'

/** Contact policies by country; `policyOf` answers for every country. */
type Policies = {
  readonly default: ContactPolicy
  readonly countries: { readonly [country: string]: ContactPolicy }
}

export type CompiledData = {
  readonly messages: Messages
  readonly lexicon: Lexicon
  readonly policies: Policies
  /** By country; a country without an entry has no known holidays. */
  readonly holidays: { readonly [country: string]: Holidays }
}

/**
 * What the build made out of `data/`. Running from the sources, where there is no build, it is made
 * on the spot.
 */
export async function loadCompiledData(language = 'es'): Promise<CompiledData> {
  const [messages, lexicon, policies, holidays] = await Promise.all([
    loadMessages(language),
    loadLexicon(),
    loadPolicies(),
    loadHolidays(),
  ])
  return { messages, lexicon, policies, holidays }
}

export async function loadMessages(language = 'es'): Promise<Messages> {
  const built = await readBuilt('messages')
  if (built !== null) return built as Messages
  return (await compile(
    'messages',
    'compileMessages',
    sourcePath('messages'),
    language,
  )) as Messages
}

export async function loadLexicon(): Promise<Lexicon> {
  const words = new URL('../data/lexicon.json', import.meta.url)
  if (existsSync(words)) {
    const cells = new URL('../data/lexicon.cells', import.meta.url)
    return readLexiconFiles({ json: await readFile(words, 'utf8'), cells: await readFile(cells) })
  }
  return (await compile('lexicon', 'compileLexicon', sourcePath('lexicon'))) as Lexicon
}

export function policyOf(policies: Policies, country: string): ContactPolicy {
  return policies.countries[country] ?? { ...policies.default, country }
}

async function loadHolidays(): Promise<CompiledData['holidays']> {
  const built =
    (await readBuilt('holidays')) ??
    // Seconds of work, and the same whatever the sources say: an older build serves as well.
    (await readBuilt('holidays', '../../dist/data')) ??
    (await compile('holidays', 'compileHolidays'))
  const days = z.record(z.string(), z.array(z.number())).parse(built)
  return Object.fromEntries(Object.entries(days).map(([code, list]) => [code, new Set(list)]))
}

/** When each country lets a business write unasked. */
export async function loadPolicies(): Promise<Policies> {
  const built = await readBuilt('policies')
  const raw = built ?? (await readYaml(sourcePath('policies.yaml')))
  const { default: fallback, countries } = policiesShape.parse(raw)
  return {
    default: policy('', fallback),
    countries: Object.fromEntries(
      Object.entries(countries).map(([country, rules]) => [country, policy(country, rules)]),
    ),
  }
}

const policyShape = z.strictObject({
  hours: weekShape,
  onHolidays: z.boolean(),
  perDay: z.number().int(),
  perWeek: z.number().int(),
})

const policiesShape = z.strictObject({
  default: policyShape,
  countries: z.record(z.string(), policyShape),
})

function policy(country: string, rules: z.infer<typeof policyShape>): ContactPolicy {
  return { ...rules, country, hours: WEEKDAYS.map((day) => rules.hours[day].map(intervalOf)) }
}

async function readBuilt(name: string, folder = '../data'): Promise<unknown> {
  const url = new URL(`${folder}/${name}.json`, import.meta.url)
  return existsSync(url) ? JSON.parse(await readFile(url, 'utf8')) : null
}

async function readYaml(path: string): Promise<unknown> {
  const { parse } = await import('yaml')
  return parse(await readFile(path, 'utf8'))
}

async function compile(name: string, verb: string, ...args: readonly string[]): Promise<unknown> {
  const module: unknown = await import(
    new URL(`../../bin/compile-${name}.mjs`, import.meta.url).href
  )
  const verbs = z.record(z.string(), z.unknown()).parse({ ...(module as object) })
  const run = verbs[verb]
  if (typeof run !== 'function') throw new Error(`bin/compile-${name}.mjs has no ${verb}`)
  return run(...args)
}

function sourcePath(name: string): string {
  return fileURLToPath(new URL(`../../data/${name}`, import.meta.url))
}
