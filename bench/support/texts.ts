const WORDS =
  'the puck slid past a goalkeeper who had been told twice to leave the bench lights on and nobody in the harbor could say why it stopped there under an old banner until the horn went again'.split(
    ' ',
  )

/** Text of about so many bytes that compresses as prose does; the same at every call. */
export function prose(bytes: number, seed = 1): string {
  let state = seed
  const out: string[] = []
  for (let length = 0; length < bytes;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    const word = state % 7 === 0 ? state.toString(36) : (WORDS[state % WORDS.length] ?? '')
    out.push(word)
    length += word.length + 1
  }
  return out.join(' ')
}
