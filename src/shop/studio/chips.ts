/** The words of a list and those that were typed or pasted, each once however it is written. */
export function withChips(before: readonly string[], typed: string, maxLength: number): string[] {
  const all = [...before]
  for (const part of typed.split(/[,;\n]/)) {
    const word = part.trim().slice(0, maxLength)
    const isThere = all.some((each) => each.toLowerCase() === word.toLowerCase())
    if (word !== '' && !isThere) all.push(word)
  }
  return all
}
