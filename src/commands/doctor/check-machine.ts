import { sizeText } from '../../core/size-text.js'
import type { Find, Finding } from './finding.js'
import type { Machine } from './machine.js'

/** The oldest Node that the product is made for. */
const OLDEST_NODE = [20, 19] as const
const MB = 1_048_576
const LOW = 500 * MB
const LOWEST = 20 * MB

export function checkNode({ nodeVersion }: Machine, find: Find): Finding {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number)
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])
  const params = { version: nodeVersion, needed: OLDEST_NODE.join('.') }
  return isOld ? find.fault('doctor.node_old', params) : find.fine('doctor.node', params)
}

/** Room on the disk of a folder that is there. */
export function checkDisk(machine: Machine, folder: string, find: Find): Finding {
  const free = machine.freeBytes(folder)
  const params = { free: sizeText(free) }
  if (free < LOWEST) return find.fault('doctor.disk_full', params)
  return free < LOW ? find.notice('doctor.disk_low', params) : find.fine('doctor.disk', params)
}
