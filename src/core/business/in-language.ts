import { textIn } from '../flow/template.js'
import type { Forms } from '../flow/types.js'
import type { Language } from '../types.js'
import type { Business, InOthers, Product } from './types.js'

/** Stands for a text of the business file that nobody worded in that language: it cannot be said. */
const UNSAID = ''

const views = new WeakMap<Business, Map<Language, Business>>()

/**
 * The business as it is spoken of in a language: its products, facts and other texts in those words.
 * What its file does not word in it is an empty text there. Only what is said is looked up here; what
 * is decided and kept goes by the business itself.
 */
export function businessIn(business: Business, language: Language): Business {
  if (language === 'es') return business
  const known = views.get(business) ?? new Map<Language, Business>()
  views.set(business, known)
  const ready = known.get(language)
  if (ready !== undefined) return ready
  const made = spokenIn(business, language)
  known.set(language, made)
  return made
}

function spokenIn(business: Business, language: Language): Business {
  const own = <T extends { readonly text: Forms }>(entry: T): T => ({
    ...entry,
    text: formsIn(entry.text, language),
  })
  const plain = (others: InOthers | undefined): string => ownOf(others, language)
  return {
    ...business,
    sells: plain(business.sellsIn),
    place: plain(business.placeIn),
    staff: business.staff.map((member) => ({ ...member, title: plain(member.titleIn) })),
    products: business.products.map((product) => productIn(product, language)),
    facts: business.facts.map(own),
    notMade: business.notMade.map(own),
    personas: business.personas.map((persona) => ({ ...persona, one: plain(persona.oneIn) })),
    attributes: business.attributes.map((each) => ({ ...each, name: plain(each.nameIn) })),
    nurture: business.nurture && {
      ...business.nurture,
      pieces: business.nurture.pieces.map(own),
    },
    referrals: business.referrals && {
      ...business.referrals,
      reward: formsIn(business.referrals.reward, language),
      welcome: formsIn(business.referrals.welcome, language),
      profile: formsIn(business.referrals.profile, language),
    },
    // A choice has to have a name, whatever the language of it.
    origins: {
      ...business.origins,
      options: business.origins.options.map((option) => ({
        ...option,
        label: plain(option.labelIn) || option.label,
      })),
    },
  }
}

function productIn(product: Product, language: Language): Product {
  const own = language === 'es' ? undefined : product.in?.[language]
  return {
    ...product,
    one: own?.one ?? UNSAID,
    many: own?.many ?? UNSAID,
    gender: own?.gender ?? product.gender,
    includes: product.includes && formsIn(product.includes, language),
  }
}

function formsIn(forms: Forms, language: Language): Forms {
  const text = textIn(forms, language) ?? UNSAID
  return { usted: text, tú: text, vos: text }
}

function ownOf(others: InOthers | undefined, language: Language): string {
  return (language === 'es' ? undefined : others?.[language]) ?? UNSAID
}
