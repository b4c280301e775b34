export interface OptionDraft {
  name: string
  values: string[]
}

/** A variant as the form holds it; what is empty is the common price and a SKU that is suggested. */
export interface VariantDraft {
  /** One that is there already. */
  id: string | null
  sku: string
  price: string
  weightGrams: number
  /** How many pieces there are at first, of one that is new. */
  pieces: string
  /** Whether it is sold: not each combination has to be. */
  sold: boolean
}

/** By what it is chosen, as one word. */
export const keyOf = (choice: readonly string[]): string => JSON.stringify(choice)

export const choiceWords = (choice: readonly string[]): string => choice.join(' / ')

export const newVariant = (): VariantDraft => ({
  id: null,
  sku: '',
  price: '',
  weightGrams: 0,
  pieces: '',
  sold: true,
})

/** Options with something to choose; one that is still being filled makes no variants. */
export const usedOptions = (options: readonly OptionDraft[]): OptionDraft[] =>
  options.filter(({ values }) => values.length > 0)

/** Every combination of the options' values; one without options is a single variant. */
export function choicesOf(options: readonly OptionDraft[]): string[][] {
  let choices: string[][] = [[]]
  for (const { values } of usedOptions(options))
    choices = choices.flatMap((choice) => values.map((value) => [...choice, value]))
  return choices
}

const LONGEST_SKU = 40
const LONGEST_NAME = 24
const LONGEST_VALUE = 8

const skuPart = (text: string, longest: number): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, longest)
    .replace(/-+$/, '')

/** "GOAL-HORN-TEE-M", and never one of those that are taken. */
export function suggestSku(title: string, choice: readonly string[], taken: readonly string[]): string {
  const values = choice.map((value) => skuPart(value, LONGEST_VALUE)).filter((part) => part !== '')
  const sku = [skuPart(title, LONGEST_NAME) || 'ITEM', ...values].join('-').slice(0, LONGEST_SKU)
  const used = new Set(taken.map((each) => each.toUpperCase()))
  let free = sku
  for (let n = 2; used.has(free); n++) free = `${sku.slice(0, LONGEST_SKU - 4)}-${n}`
  return free
}

export interface VariantRow {
  choice: string[]
  key: string
  draft: VariantDraft
  /** What it is sent with where its own is empty. */
  suggestedSku: string
}

/** The variants that the options make, with what was typed of each. */
export function rowsOf(
  title: string,
  options: readonly OptionDraft[],
  variants: Readonly<Record<string, VariantDraft>>,
): VariantRow[] {
  const rows = choicesOf(options).map((choice) => ({
    choice,
    key: keyOf(choice),
    draft: variants[keyOf(choice)] ?? newVariant(),
  }))
  const taken = rows.map(({ draft }) => draft.sku.trim()).filter((sku) => sku !== '')
  return rows.map((row) => {
    const suggestedSku = suggestSku(title, row.choice, taken)
    if (row.draft.sku.trim() === '') taken.push(suggestedSku)
    return { ...row, suggestedSku }
  })
}
