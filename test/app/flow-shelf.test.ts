import { describe, expect, test } from 'vitest'
import { createFlowShelf } from '../../src/app/flow-shelf.js'
import type { Flow } from '../../src/core/flow/types.js'
import type { FlowHash } from '../../src/core/types.js'
import { at, temporaryDatabase } from '../store/_fixture.js'
import { project } from '../turn/_house.js'

const today = project.flows.find(({ id }) => id === 'qualification') ?? missing()
const edited: Flow = { ...today, hash: 'edited' as FlowHash, title: 'Otra' }

function missing(): never {
  throw new Error('the shipped flows have no qualification')
}

describe('the shelf of flows', () => {
  test('finds the newest version by its id, and any by the hash it had', () => {
    const shelf = createFlowShelf(temporaryDatabase(), project.flows, at(0))
    expect(shelf.find('qualification', null)).toBe(today)
    expect(shelf.find('qualification', today.hash)).toBe(today)
  })

  test('finds the version a conversation began with after the file was edited', () => {
    const db = temporaryDatabase()
    createFlowShelf(db, [today], at(0))
    const shelf = createFlowShelf(db, [edited], at(1))
    expect(shelf.find('qualification', today.hash)).toEqual(today)
    expect(shelf.find('qualification', edited.hash)).toBe(edited)
    expect(shelf.find('qualification', null)).toBe(edited)
  })

  test('reads a kept version once', () => {
    const db = temporaryDatabase()
    createFlowShelf(db, [today], at(0))
    const shelf = createFlowShelf(db, [edited], at(1))
    expect(shelf.find('qualification', today.hash)).toBe(shelf.find('qualification', today.hash))
  })

  test('still finds the version of a flow whose file is gone', () => {
    const db = temporaryDatabase()
    createFlowShelf(db, [today], at(0))
    expect(createFlowShelf(db, [], at(1)).find('qualification', today.hash)).toEqual(today)
  })

  test('falls back to the newest where a version is gone', () => {
    const shelf = createFlowShelf(temporaryDatabase(), [edited], at(0))
    expect(shelf.find('qualification', 'never kept' as FlowHash)).toBe(edited)
  })

  test('takes newer versions, and keeps what is under way and what has no file any more', () => {
    const shelf = createFlowShelf(temporaryDatabase(), project.flows, at(0))
    const { find } = shelf
    shelf.take([edited], at(1))
    expect(find('qualification', null)).toBe(edited)
    expect(find('qualification', today.hash)).toBe(today)
    expect(find('silence', null).id).toBe('silence')
  })

  test('throws for a flow that there never was', () => {
    const shelf = createFlowShelf(temporaryDatabase(), [today], at(0))
    expect(() => shelf.find('venta', null)).toThrow('"venta"')
  })
})
