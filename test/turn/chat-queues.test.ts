import { expect, test } from 'vitest'
import type { ContactId, LineId } from '../../src/core/types.js'
import type { ChatKey } from '../../src/store/chat-key.js'
import { createChatQueues } from '../../src/turn/chat-queues.js'

const key = (name: string, line = 'l'): ChatKey => ({
  contactId: name as ContactId,
  lineId: line as LineId,
})

/** A job that goes on until it is let go. */
function gate() {
  let open: () => void = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open: () => open(), opened }
}

test('jobs of one chat run one at a time, in the order in which they came', async () => {
  const queues = createChatQueues()
  const log: string[] = []
  let running = 0
  const jobs = Array.from({ length: 20 }, (_, index) =>
    queues.run(key('ana'), async () => {
      running += 1
      expect(running).toBe(1)
      await new Promise(setImmediate)
      log.push(String(index))
      running -= 1
    }),
  )
  await Promise.all(jobs)
  expect(log).toEqual(Array.from({ length: 20 }, (_, index) => String(index)))
})

test('a chat that takes long holds up no other, nor the same contact on another line', async () => {
  const queues = createChatQueues()
  const slow = gate()
  const first = queues.run(key('ana'), () => slow.opened)
  await queues.run(key('luis'), async () => undefined)
  await queues.run(key('ana', 'other'), async () => undefined)
  slow.open()
  await first
})

test('a job that fails says so to its caller and holds up nothing', async () => {
  const queues = createChatQueues()
  const failed = queues.run(key('ana'), async () => {
    throw new Error('broken')
  })
  const next = queues.run(key('ana'), async () => undefined)
  await expect(failed).rejects.toThrow('broken')
  await expect(next).resolves.toBeUndefined()
})

test('idle waits for what runs, what waits, and what these begin', async () => {
  const queues = createChatQueues()
  const log: string[] = []
  void queues.run(key('ana'), async () => {
    await new Promise(setImmediate)
    log.push('first')
    void queues.run(key('luis'), async () => {
      await new Promise(setImmediate)
      log.push('begun by the first')
    })
  })
  void queues.run(key('ana'), async () => {
    log.push('second')
  })
  await queues.idle()
  expect(log.toSorted()).toEqual(['begun by the first', 'first', 'second'])
})

test('idle is at once when there is nothing', async () => {
  await expect(createChatQueues().idle()).resolves.toBeUndefined()
})
