import { expect, test } from 'vitest'
import { asItStands } from '../../../src/core/conversation/as-it-stands.js'
import type { Part } from '../../../src/core/conversation/types.js'
import type { Content, Iso, MessageId } from '../../../src/core/types.js'

function part(id: string, content: Content | string): Part {
  return {
    id: id as MessageId,
    at: '2026-03-10T15:00:00.000Z' as Iso,
    content: typeof content === 'string' ? { kind: 'text', text: content } : content,
    replyTo: null,
  }
}

const edit = (of: string, text: string): Content => ({ kind: 'edit', of: of as MessageId, text })
const deletion = (of: string): Content => ({ kind: 'delete', of: of as MessageId })
const words = (parts: readonly Part[]) =>
  asItStands(parts).map(
    ({ id, content }) => `${id} ${'text' in content ? content.text : content.kind}`,
  )

test.each<[story: string, parts: readonly Part[], left: readonly string[]]>([
  ['a plain burst stays as it is', [part('a', 'hola'), part('b', '20')], ['a hola', 'b 20']],
  [
    'an edit takes the place of what it changes',
    [part('a', '20 camisas'), part('b', 'para junio'), part('c', edit('a', '30 camisas'))],
    ['c 30 camisas', 'b para junio'],
  ],
  [
    'of two edits the last counts',
    [part('a', 'uno'), part('b', edit('a', 'dos')), part('c', edit('a', 'tres'))],
    ['c tres'],
  ],
  ['what is deleted again was never sent', [part('a', 'hola'), part('b', deletion('a'))], []],
  [
    'an edit and then a deletion leave nothing',
    [part('a', 'hola'), part('b', edit('a', 'ola')), part('c', deletion('a'))],
    [],
  ],
  ['an edit of an earlier burst stays', [part('b', edit('a', 'dos'))], ['b dos']],
  ['a deletion of an earlier burst stays', [part('b', deletion('a'))], ['b delete']],
])('%s', (_, parts, left) => {
  expect(words(parts)).toEqual(left)
})
