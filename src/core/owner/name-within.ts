import { wordList } from '../business/word-list.js'
import { wordsOf } from './command-words.js'
import { findExactly } from './find-lead.js'
import { firstOf } from './lazily.js'
import { runsIn } from './name-in.js'
import type { OpenLead, World } from './types.js'

/** A name is no longer than this. */
const LONGEST_NAME = 3
/** More people of one name are not read. */
const MOST_READ = 9

/** Whom words may mean that are more than a name. `sure`: nothing else in them could be part of it. */
export type Within = { readonly leads: readonly OpenLead[]; readonly sure: boolean }

/**
 * The people named in words of which all together are nobody's name: "don Carlos lo de las camisas". Sure is only
 * a name written as one, in capitals and apart from the rest; of "ana lópez" Ana may be somebody else. Null for none.
 */
export function nameWithin(name: string, world: World): Within | null {
  const runs = runsIn(name).map((run) => withoutProducts(beforeAsking(run, world), world))
  const left = runs.filter((run) => run !== '')
  for (let length = LONGEST_NAME; length > 0; length--) {
    for (const run of left) {
      const leads = inRun(run, length, world)
      if (leads.length > 0) return { leads, sure: isSure(run, length, left, world) }
    }
  }
  return null
}

/** "preguntarle a luis cómo le fue": what is to be asked is no part of a name. */
function beforeAsking(run: string, { messages }: World): string {
  const asking = wordList(messages, 'owner.words.asking')
  const asked = wordsOf(run).find(({ text }) => asking.includes(text))
  return asked === undefined || asked.start === 0 ? run : run.slice(0, asked.start).trim()
}

function withoutProducts(run: string, world: World): string {
  return world.itemsIn(run).rest.trim()
}

function inRun(run: string, length: number, { people }: World): readonly OpenLead[] {
  const words = wordsOf(run)
  for (const [at, first] of words.entries()) {
    const last = words[at + length - 1]
    if (last === undefined) break
    const found = firstOf(findExactly(people, run.slice(first.start, last.end)), MOST_READ)
    if (found.length > 0) return found
  }
  return []
}

function isSure(run: string, length: number, runs: readonly string[], world: World): boolean {
  if (wordsOf(run).length !== length) return false
  const others = runs.filter((each) => each !== run && !isDone(each, world))
  return others.length === 0 || (hasCapital(run) && !others.some(hasCapital))
}

/** "cobrarle", "escribiéndole": what is done to somebody is nobody's name. */
function isDone(run: string, { messages }: World): boolean {
  const endings = wordList(messages, 'owner.words.verb_endings')
  const words = wordsOf(run)
  return words.every(({ text }) => endings.some((ending) => text.endsWith(ending)))
}

function hasCapital(text: string): boolean {
  return /\p{Lu}/u.test(text)
}
