import type { StudioHand } from './studio-hand.ts'

export const TYPES = ['T-Shirts', 'Hoodies', 'Crewnecks', 'Hats', 'Flags'] as const

/** A draft, so that nobody sees it before its collection opens. */
export async function draftProduct(
  studio: StudioHand,
  title: string,
  type: string,
  pieces: number,
): Promise<void> {
  await studio.go('Products')
  await studio.page.getByRole('link', { name: 'New product' }).first().click()
  await studio.field('Title').fill(title)
  await studio.field('Type').fill(type)
  await studio.field('Price').fill('28.00')
  await studio.field('Status').selectOption('draft')
  await studio.field('Pieces in stock').fill(String(pieces))
  await studio.press('Save')
  await studio.heading(title).waitFor()
}

export async function putOnSale(studio: StudioHand, title: string): Promise<void> {
  await studio.go('Products')
  await studio.page.getByRole('link', { name: title }).click()
  await studio.field('Status').selectOption('for-sale')
  const saved = studio.page.waitForResponse((answer) => answer.request().method() === 'PUT')
  await studio.press('Save')
  await saved
}

/** Announced, with all of these products, opening so long from now on the server's clock. */
export async function makeCollection(
  studio: StudioHand,
  title: string,
  products: readonly string[],
  opensAt: number,
): Promise<void> {
  await studio.go('Collections')
  await studio.page.getByRole('link', { name: 'New collection' }).first().click()
  await studio.field('Title').fill(title)
  await studio.page.getByLabel(/^Announced/).check()
  await studio.setTime('Opens', opensAt, await studio.field('Time zone').inputValue())
  await studio.press('Add products')
  const dialog = studio.page.getByRole('dialog')
  for (const product of products) await dialog.getByRole('button', { name: product }).click()
  await dialog.getByRole('button', { name: /^Done/ }).click()
  await studio.press('Save')
  await studio.told('Collection saved.')
}

/** A promo whose window, words and link are the collection's. */
export async function promoteCollection(studio: StudioHand, title: string): Promise<void> {
  await studio.go('Promos')
  await studio.page.getByRole('link', { name: 'New promo' }).click()
  await studio.field('Follows a collection').selectOption({ label: title })
  await studio.press('Make promo')
  await studio.told('Promo made.')
}
