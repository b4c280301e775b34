/** Straight quotes are typed, curly ones are printed. */
export function curl(text: string): string {
  return text
    .replace(/(^|[\s([*—–])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s([*—–“])'(?=\D)/g, '$1‘')
    .replace(/'/g, '’')
}
