/**
 * What a Spanish word shares with its like, folded: "bordan", "bordado", "bordarlas" are one, and so are "cierran" and
 * "cerrar", "pague" and "pago". It need not be a word; it only has to be the same for all of them.
 */
export function stemOf(word: string): string {
  const bare = bareVerb(word)
  const ending = ENDINGS.find(
    ([end, least]) => bare.endsWith(end) && bare.length - end.length >= least,
  )
  const root = ending === undefined ? bare : bare.slice(0, -ending[0].length)
  return root.length < SHORTEST ? root : sounded(root)
}

/** "teñirse" is "teñir". */
export function bareVerb(word: string): string {
  return word.replace(PRONOUNS, '$1')
}

/** "quitármelo", "llevándolas": whom and what stands behind the verb. */
const PRONOUNS = /^(.{2,}(?:[aei]r|ando|iendo))(?:(?:me|te|se|nos|les?)?(?:l[aeo]s?|nos|me|te|se))$/
const SHORTEST = 3

/** The same verb changes its vowel under the accent and its consonant before e: "cuesta, costar", "saque, sacar". */
function sounded(root: string): string {
  return root
    .replace(/ie(?=[^aeiou])/, 'e')
    .replace(/(?<![gq])ue(?=[^aeiou])/, 'o')
    .replace(/qu$|z$|ck$/, 'c')
    .replace(/gu$/, 'g')
    .replace(/(?<=[aeiou])y$/, '')
    .replace(/(?<=.{4})i$/, '')
}

const ENDINGS = [
  ...each(
    4,
    'amientos amiento imientos imiento aciones acion iciones icion ciones siones cion sion',
  ),
  ...each(4, 'abamos aremos eremos iremos ariamos eriamos iriamos asemos ieramos aramos'),
  ...each(
    4,
    'arian erian irian arias erias irias aria eria iria ieran iera aran eran iran aras eras iras ara era ira are ere ire',
  ),
  ...each(3, 'ieron aron'),
  ...each(4, 'amelo amela ame'),
  ...each(5, 'ables ibles able ible mente'),
  ...each(3, 'abais aban abas aba amos emos imos ados adas idos idas ado ada ido ida'),
  ...each(3, 'ando iendo yendo ares eres ires ais eis ar er ir'),
  ...each(3, 'aste iste'),
  ...each(4, 'ian ias ios ia io i'),
  ...each(3, 'an en es as os is o a e s'),
]

/** Endings that leave so many letters at least. */
function each(
  least: number,
  endings: string,
): readonly (readonly [ending: string, least: number])[] {
  return endings.split(' ').map((ending) => [ending, least] as const)
}
