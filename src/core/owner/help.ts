import { wordList } from '../business/word-list.js'
import { wordsOf } from './command-words.js'
import { oneLetterAway } from './one-letter-away.js'
import { sellersHelp } from './owners-only.js'
import type { World } from './types.js'
import { say } from './wording.js'

/** Parts of the help, each with the words that ask for it. */
const PARTS = [
  { text: 'owner.help.sales', words: 'owner.help.words.sales' },
  { text: 'owner.help.customers', words: 'owner.help.words.customers' },
  { text: 'owner.help.calls', words: 'owner.help.words.calls' },
  { text: 'owner.help.figures', words: 'owner.help.words.figures' },
  { text: 'owner.help.chats', words: 'owner.help.words.chats' },
] as const

/** Shorter words are too near to one another to be corrected. */
const SHORTEST_CORRECTED = 5

/** `ayuda`: the words of every day; `ayuda ventas`: those of one part. */
export function helpText(about: string, world: World): string {
  const part = partIn(about, world)
  const drafts = part === null || part === 'owner.help.chats' ? draftsHelp(world) : null
  const parts = [say(world, part ?? 'owner.help.all'), drafts, sellersHelp(world)]
  const help = parts.filter((each) => each !== null).join('\n')
  return world.silence === null ? help : `${say(world, 'owner.help_silent')}\n${help}`
}

/** Without a model there is nothing to write a draft. */
function draftsHelp(world: World): string | null {
  return world.model === 'none' ? null : say(world, 'owner.help_draft')
}

function partIn(about: string, { messages }: World): (typeof PARTS)[number]['text'] | null {
  const written = wordsOf(about).map(({ text }) => text)
  const said = ` ${written.join(' ')} `
  const exact = PARTS.find(({ words }) =>
    wordList(messages, words).some((word) => said.includes(` ${word} `)),
  )
  // A slip between two parts is taken for neither.
  const [near = null, other = null] = PARTS.filter(({ words }) =>
    wordList(messages, words).some(
      (word) =>
        word.length >= SHORTEST_CORRECTED && written.some((each) => oneLetterAway(each, word)),
    ),
  )
  if (exact !== undefined) return exact.text
  return other === null ? (near?.text ?? null) : null
}
