import type { Locator, Page } from 'playwright-core'
import { toWallClock } from '../../src/kit/zones.ts'

export const OWNER = {
  name: 'Bea Lundgren',
  email: 'bea@latehorn.example',
  password: 'a horn that blows at eleven',
}

/** Somebody who works in the studio with a browser: by what its screens say, as people do. */
export class StudioHand {
  readonly page: Page
  readonly url: string

  constructor(page: Page, url: string) {
    this.page = page
    this.url = url
  }

  field(label: string | RegExp): Locator {
    return this.page.getByLabel(label, { exact: typeof label === 'string' })
  }

  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' }).click()
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name, exact: typeof name === 'string' })
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.url}/studio${path}`)
  }

  /** By the studio's own menu, so that nothing is loaded anew. */
  async go(title: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Studio' })
      .getByRole('link', { name: title, exact: true })
      .click()
    await this.heading(title).first().waitFor()
  }

  /** Waits until the studio says that something was done. */
  async told(words: string | RegExp): Promise<void> {
    await this.page.locator('.toast').getByText(words).first().waitFor()
  }

  /** The first account, with the link that the start has printed. */
  async setUp(setupPath: string): Promise<void> {
    await this.page.goto(this.url + setupPath)
    await this.field('Your name').fill(OWNER.name)
    await this.field('E-mail').fill(OWNER.email)
    await this.field('Password').fill(OWNER.password)
    await this.press('Open the studio')
    await this.heading('Tonight').waitFor()
  }

  async signIn(): Promise<void> {
    await this.open('')
    await this.field('E-mail').fill(OWNER.email)
    await this.field('Password').fill(OWNER.password)
    await this.press('Sign in')
    await this.heading('Tonight').waitFor()
  }

  /** Sets a wall clock of a form to an instant, in the zone that the form says. */
  async setTime(label: string, instant: number, zone: string): Promise<void> {
    await this.field(label).fill(toWallClock(instant, zone, true))
  }

  async makeAuthor(name: string): Promise<void> {
    await this.go('Authors')
    await this.press('New author')
    await this.field('Name').fill(name)
    await this.field('What they do here').fill('Staff writer')
    await this.press('Save')
    await this.told('Author saved.')
  }

  async makeTag(name: string): Promise<void> {
    await this.go('Tags')
    await this.press('New tag')
    await this.field('Name').fill(name)
    await this.press('Save')
    await this.told('Tag saved.')
  }

  /** Begins a story; what follows stands on its own screen. */
  async beginStory(headline: string): Promise<void> {
    await this.go('Stories')
    await this.page.getByRole('link', { name: 'Write a story' }).click()
    await this.field('Headline').fill(headline)
    await this.press('Start writing')
    await this.field('Standfirst').waitFor()
  }

  async publish(): Promise<void> {
    await this.press('Publish now')
    await this.told(/^Published/)
  }
}
