import { type Messages, message, type Params } from '../../core/messages.js'

/**
 * What one look came to: `fine`, something to know of, or something that keeps the bot from
 * working. `misconfigured` is a fault too, one of settings or flows.
 */
export type Finding = {
  readonly level: 'fine' | 'notice' | 'fault' | 'misconfigured'
  readonly text: string
}

export type Find = {
  readonly [L in 'fine' | 'notice' | 'fault']: (key: string, params?: Params) => Finding
}

/** Findings in words: `find.notice('doctor.disk_low', { free: '80 MB' })`. */
export function createFind(messages: Messages): Find {
  const at =
    (level: Finding['level']) =>
    (key: string, params: Params = {}): Finding => ({ level, text: message(messages, key, params) })
  return { fine: at('fine'), notice: at('notice'), fault: at('fault') }
}

const MARKS: { readonly [L in Finding['level']]: string } = {
  fine: '✓',
  notice: '!',
  fault: '✗',
  misconfigured: '✗',
}

export function findingLine({ level, text }: Finding): string {
  return `${MARKS[level]} ${text}`
}
