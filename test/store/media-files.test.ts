import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canBe } from '../../src/core/file-type.js'
import { type FileRules, openMediaFiles } from '../../src/store/media-files.js'
import { temporaryFolder } from './_fixture.js'

const OGG = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(5_000, 7)])
const RULES: FileRules = {
  mostBytes: 10_000,
  accepts: (head) => canBe('audio', head),
  sha256: null,
}

async function* inPieces(bytes: Uint8Array, size = 3): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function* breaking(error: Error): AsyncIterable<Uint8Array> {
  yield OGG
  throw error
}

function open() {
  const folder = join(temporaryFolder(), 'media')
  return { folder, files: openMediaFiles(folder) }
}

test('keeps what comes in pieces under the hash of all of it, and the same only once', async () => {
  const { folder, files } = open()
  const sha256 = createHash('sha256').update(OGG).digest()
  const rules = { ...RULES, sha256: sha256.toString('base64url') }
  const kept = await files.keep(inPieces(OGG), rules)
  expect(kept).toEqual({ ok: true, file: sha256.toString('hex') })
  await files.keep(inPieces(OGG, 900), rules)
  expect(readdirSync(folder)).toEqual([sha256.toString('hex')])
  expect(readFileSync(files.pathOf(sha256.toString('hex')) ?? '')).toEqual(OGG)
})

test.each([
  ['too_big', inPieces(Buffer.concat([OGG, OGG, OGG])), RULES],
  ['wrong_type', inPieces(Buffer.from('<script>alert(1)</script>')), RULES],
  ['wrong_type', inPieces(Buffer.from('MZ')), RULES],
  ['wrong_content', inPieces(OGG), { ...RULES, sha256: 'another' }],
  ['cut', breaking(new Error('reset')), RULES],
  ['disk_full', breaking(Object.assign(new Error('full'), { code: 'ENOSPC' })), RULES],
] as const)('leaves nothing behind of what is %s', async (kind, bytes, rules) => {
  const { folder, files } = open()
  expect(await files.keep(bytes, rules)).toMatchObject({ ok: false, error: { kind } })
  expect(readdirSync(folder)).toEqual([])
})

test('finds nothing under what is no hash, wherever it leads', () => {
  const { folder, files } = open()
  writeFileSync(join(folder, '..', 'secret'), 'x')
  for (const name of ['../secret', '..', '', '/etc/passwd', `${'a'.repeat(64)}/../../secret`]) {
    expect(files.pathOf(name)).toBe(null)
  }
})

test('sweeps away what belongs to nobody', async () => {
  const { folder, files } = open()
  const kept = await files.keep(inPieces(OGG), RULES)
  if (!kept.ok) throw new Error('not kept')
  writeFileSync(join(folder, 'part-1'), 'half')
  files.sweep(new Set([kept.file]))
  expect(readdirSync(folder)).toEqual([kept.file])
  files.sweep(new Set())
  expect(readdirSync(folder)).toEqual([])
})

test.each([
  ['image', 'ffd8ffe0', true],
  ['image', '89504e470d0a1a0a', true],
  ['image', '25504446', false],
  ['document', '25504446', true],
  ['document', '4d5a9000', false],
  ['document', '7f454c46', false],
  ['audio', '4f676753', true],
  ['video', '0000001866747970', true],
] as const)('a file of %s that begins with %s: %s', (kind, head, expected) => {
  expect(canBe(kind, Buffer.from(head, 'hex'))).toBe(expected)
})
