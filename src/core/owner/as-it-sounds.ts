/** Letters that sound the same in Spanish are one, the longer ones first. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/ch/g, '1'],
  [/h/g, ''],
  [/v/g, 'b'],
  [/ll/g, 'y'],
  [/qu(?=[ei])/g, 'k'],
  [/gu(?=[ei])/g, '2'],
  [/g(?=[ei])/g, 'j'],
  [/[cz](?=[ei])|z|ç/g, 's'],
  [/[cq]/g, 'k'],
  [/2/g, 'g'],
  [/y$/g, 'i'],
  [/x(?=[^aeiou])/g, 's'],
  [/m(?=[pb])/g, 'n'],
]

/** How a folded word sounds: "bendí" and "vendí" are one, and so are "desaser" and "deshacer". */
export function soundOf(word: string): string {
  const said = ALIKE.reduce((text, [letters, sound]) => text.replace(letters, sound), word)
  return said.replace(/(.)\1/g, '$1')
}
