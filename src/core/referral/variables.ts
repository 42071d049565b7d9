import type { Draft } from '../conversation/draft.js'
import type { VariableName } from '../flow/variables.js'

/** What texts may name of bringing others; `core/flow/variables` tells what each of them is. */
export const REFERRAL_VARIABLES = {
  código: ({ contact }) => contact.referring.code,
  enlace: linkOf,
  beneficio: (draft) => textOf(draft, 'reward'),
  beneficio_amigo: (draft) => textOf(draft, 'welcome'),
  conocido: (draft) => textOf(draft, 'profile'),
} satisfies { readonly [N in VariableName]?: (draft: Draft) => string | null }

/** "wa.me/573000000000?text=HILO-K7M3": opens a chat with the business, the code already written. */
function linkOf({ contact, context }: Draft): string | null {
  const phone = context.business.referrals?.phone ?? null
  const { code } = contact.referring
  if (phone === null || code === null) return null
  return `wa.me/${phone.slice(1)}?text=${encodeURIComponent(code)}`
}

function textOf({ spoken }: Draft, name: 'reward' | 'welcome' | 'profile'): string | null {
  const { referrals, treatment } = spoken
  return referrals?.[name][treatment] ?? null
}
