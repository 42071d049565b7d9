import { describe, expect, test } from 'vitest'
import { atSolandes } from './_solar.js'

describe('a fact whose owner gave it no words to be asked by answers all the same', () => {
  test.each([
    ['en la noche hay agua caliente?', 'El agua se guarda caliente en el tanque'],
    ['y calienta cuando esta nublado?', 'Cuando está nublado la terma igual calienta'],
    ['mi techo es de calamina, se puede?', 'Se puede instalar en techo plano'],
    ['el precio incluye igv?', 'Damos boleta o factura'],
    // It has words, but not these.
    ['cuanto baja mi recibo', 'Con paneles el recibo de luz suele bajar'],
  ])('%s', (question, answer) => {
    expect(atSolandes('buenas', question).said.join('\n')).toContain(answer)
  })

  test.each(['qué marca es?'])('%s goes to a person', (question) => {
    expect(atSolandes('buenas', question).said.join('\n')).toContain('Ese dato no lo tengo')
  })
})
