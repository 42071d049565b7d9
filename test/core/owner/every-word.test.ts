import { describe, expect, it } from 'vitest'
import { KINDS } from '../../../src/core/owner/command-words.js'
import { foldWord } from '../../../src/core/understanding/normalise.js'
import { WORDS } from './every-word.js'
import { awake, hear } from './people.js'

/** What an answer comes to: whatever it changes, else what it shows. */
function comesTo(text: string, { world, staff = awake }: (typeof WORDS)[keyof typeof WORDS]) {
  const { actions, house, replies } = hear(text, world, staff)
  const changes = [
    ...actions.map(({ target, action }) => ({ target, ...action })),
    ...house.map(({ action }) => action),
  ]
  if (changes.length > 0) return changes
  return replies.map((reply) => (reply.kind === 'text' ? reply.text.split('\n')[0] : reply))
}

describe.each(KINDS)('%s', (kind) => {
  const word = WORDS[kind]

  it.each(word.ways)('%s', (text) => {
    expect(comesTo(text, word)).toMatchObject(word.comesTo)
  })

  it('is written in at least four ways', () => {
    const folded = word.ways.map((text) => text.split(/\s+/).map(foldWord).join(' '))
    expect(new Set(folded).size).toBeGreaterThanOrEqual(4)
  })
})
