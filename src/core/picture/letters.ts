/** The faces of a picture, as they are drawn: the same that the pages use. */
export type Face = 'read' | 'strong' | 'speak'

/** What a letter is wide that stands in no list: nothing measures fonts here. */
const OTHER = 0.7
const LATIN_1 = 0xff

/** Whether every face has it; what is in no face would be drawn as an empty box. */
export function isDrawn(letter: string): boolean {
  const isOurs = (letter.codePointAt(0) ?? 0) <= LATIN_1 || WIDTHS.read.has(letter)
  return isOurs && FACES.every((face) => WIDTHS[face].has(plain(letter)))
}

/** How wide a text is, in the unit of `size`, the height of its letters. */
export function widthOf(text: string, face: Face, size: number): number {
  const ems = [...text].map((letter) => WIDTHS[face].get(plain(letter)) ?? OTHER)
  return ems.reduce((sum, em) => sum + em, 0) * size
}

/** An accent makes no letter wider. */
function plain(letter: string): string {
  return letter.normalize('NFD').charAt(0)
}

const FACES: readonly Face[] = ['read', 'strong', 'speak']

/** Hundredths of the height, with the letters that are so wide: out of the font files themselves. */
type Measured = { readonly [hundredths: number]: string }

function widths(measured: Measured): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(measured).flatMap(([width, letters]) =>
      [...letters].map((letter): [string, number] => [letter, Number(width) / 100]),
    ),
  )
}

const WIDTHS: { readonly [F in Face]: ReadonlyMap<string, number> } = {
  // Figtree 400.
  read: widths({
    18: '‘’',
    20: "'",
    21: '.',
    22: '`l',
    23: ',i',
    25: ' :·',
    26: ';|',
    27: 'Ij',
    29: '¡',
    30: '!',
    32: '"[]',
    33: '“”',
    34: 'r',
    35: '()',
    37: 'f°',
    38: 't{}',
    39: '/\\',
    41: '1',
    42: '-',
    44: '_',
    46: '¿',
    47: 's',
    48: '*kx',
    49: 'z•',
    50: '?',
    51: 'a',
    52: 'JLv',
    53: 'y',
    54: '37Fc',
    55: 'T^e«»–',
    56: '$2hnu',
    57: '569~',
    58: 'Poq',
    59: 'Ebdgp',
    60: 'Y',
    61: '8BKSX…',
    62: '+4<=>',
    63: '#R',
    64: '&0Z',
    66: '€',
    68: 'A',
    69: 'DV',
    71: 'U',
    72: 'C',
    74: '→',
    75: 'H',
    76: 'G',
    77: 'N',
    78: 'OQw',
    79: '%',
    85: 'Mm',
    96: 'W',
    99: '@',
    110: '—',
  }),
  // Figtree 600.
  strong: widths({
    20: '‘’',
    23: "'.",
    24: ' ,l',
    25: '`i',
    26: '|·',
    28: ':Ij',
    29: ';',
    30: '¡',
    31: '!',
    34: '[]',
    36: 'r',
    37: '()°',
    38: '"f“”',
    39: 't{}',
    41: '-',
    42: '/1\\',
    44: '_',
    47: 's¿',
    48: '*z•',
    51: '?x',
    52: 'ak',
    53: 'L',
    54: 'Jcv',
    55: '37Fe–',
    56: '$hnuy',
    57: '269T^',
    58: '5o',
    59: 'EPbdq',
    60: 'gp«»',
    61: '8BS',
    63: '#+4<=>Y~',
    64: '0KRZ',
    65: '&X',
    67: '…',
    68: '€',
    70: 'ADU',
    71: 'V',
    72: 'C',
    75: 'GH→',
    77: 'N',
    78: 'OQ',
    80: '%',
    82: 'w',
    85: 'M',
    86: 'm',
    98: 'W',
    99: '@',
    110: '—',
  }),
  // Bricolage Grotesque 700.
  speak: widths({
    18: "'",
    20: ',‘’',
    22: ';',
    23: ' .·',
    24: ':',
    27: 'l|',
    28: '`ij',
    29: '!I¡',
    32: '()[]',
    33: '•',
    34: '}',
    35: '-1{',
    36: '"/\\°',
    37: 'J',
    40: 'ft“”',
    42: '?¿',
    43: 'r',
    44: '*',
    46: '«»',
    51: '7L',
    52: 'z',
    53: '+<=>~',
    54: 's–',
    55: '_',
    57: 'TZ^cvx',
    58: 'ae',
    59: 'Fk',
    60: '2gy',
    61: '35o',
    62: '4Eu',
    63: '#hn→',
    64: '$Ybdpq',
    65: '9PS',
    66: '068',
    67: 'V',
    68: 'BCR',
    69: 'K',
    70: 'ADX',
    72: 'GHOQ',
    73: 'U',
    75: '&€',
    76: '…',
    78: 'N',
    80: '—',
    86: 'w',
    94: 'M',
    95: 'm',
    98: '%',
    99: '@W',
  }),
}
