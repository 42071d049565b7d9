import { type Messages, message } from '../../core/messages.js'
import type { IconName } from './icon.js'

/** One field of the sheet. Numbers have their limits; a text may be left out. */
export type AttachField = {
  readonly name: string
  readonly label: string
  readonly value: string
} & (
  | { readonly type: 'text' | 'tel'; readonly required: boolean }
  | { readonly type: 'number'; readonly min: number; readonly max: number }
)

export type AttachKind = {
  /** The field of `POST /simulator/messages`. */
  readonly name: string
  readonly sign: IconName
  readonly label: string
  readonly fields: readonly AttachField[]
}

/** Everything a phone can send besides words, with what is asked about each. */
export function attachKinds(messages: Messages): readonly AttachKind[] {
  const say = (key: string): string => message(messages, key)
  return [
    kind('audio', 'voice', say('web.attach.audio'), [
      text('transcript', say('web.attach.transcript'), say('web.attach.transcript_example')),
      number('seconds', say('web.attach.seconds'), '6', [1, 3600]),
    ]),
    kind('image', 'photo', say('web.attach.image'), [
      text('caption', say('web.attach.caption'), ''),
    ]),
    kind('document', 'file', say('web.attach.document'), [
      needed('name', say('web.attach.file_name'), say('web.attach.file_example')),
    ]),
    kind('contact', 'person', say('web.attach.contact'), [
      needed('name', say('web.attach.name'), say('web.attach.name_example')),
      {
        ...needed('phone', say('web.people.phone'), '+57 300 000 0481'),
        type: 'tel',
        required: true,
      },
    ]),
    kind('location', 'place', say('web.attach.location'), [
      number('latitude', say('web.attach.latitude'), '4.5881', [-90, 90]),
      number('longitude', say('web.attach.longitude'), '-74.1027', [-180, 180]),
    ]),
    kind('referral', 'ad', say('web.attach.referral'), [
      needed('headline', say('web.attach.headline'), say('web.attach.headline_example')),
      needed('text', say('web.attach.text'), say('web.attach.text_example')),
    ]),
  ]
}

function kind(
  name: string,
  sign: IconName,
  label: string,
  fields: readonly AttachField[],
): AttachKind {
  return { name, sign, label, fields }
}

function text(name: string, label: string, value: string): AttachField {
  return { name, label, value, type: 'text', required: false }
}

function needed(name: string, label: string, value: string): AttachField {
  return { name, label, value, type: 'text', required: true }
}

function number(
  name: string,
  label: string,
  value: string,
  [min, max]: readonly [number, number],
): AttachField {
  return { name, label, value, type: 'number', min, max }
}
