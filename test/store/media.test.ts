import { expect, test } from 'vitest'
import type { Inbound } from '../../src/core/types.js'
import { storeInbound } from '../../src/store/inbox.js'
import { markMedia, offeredVoices } from '../../src/store/media.js'
import { at, id, LINE, temporaryDatabase } from './_fixture.js'

const LUIS = '+573000000012'

function voice(phone: string, n: number): Inbound {
  return {
    ...{ lineId: LINE, chat: phone, author: 'contact', messageId: id(`${phone} ${n}`) },
    identities: [{ kind: 'phone', value: phone }],
    content: { kind: 'audio', seconds: 3, transcript: null },
    ...{ profileName: null, sentAt: at(n), replyTo: null, referral: null, rawReferral: null },
    media: { kind: 'audio', mime: 'audio/ogg', bytes: 9, name: null, sha256: null, source: '{}' },
  }
}

test('of a flood of voice notes thirty are fetched by themselves, and others do not wait behind it', () => {
  const db = temporaryDatabase()
  for (let n = 0; n < 40; n += 1) storeInbound(db, voice('+573000000011', n), at(1))
  storeInbound(db, voice(LUIS, 0), at(2))
  for (const { id: row } of offeredVoices(db, 30)) markMedia(db, row, 'kept', null)
  const left = offeredVoices(db, 30)
  expect(left).toHaveLength(1)
  storeInbound(db, voice('+573000000011', 41), at(120))
  expect(offeredVoices(db, 30)).toHaveLength(2)
})
