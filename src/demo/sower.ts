import { addPicture } from '../footage/public.ts'
import { SYSTEM } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { svgToJpeg } from './art/svg-to-jpeg.ts'
import { type DemoState, writeDemoState } from './demo-store.ts'

/** Makes each thing once, also over several starts, and knows it by its name afterwards. */
export class Sower {
  readonly p: Platform
  readonly #state: DemoState

  constructor(p: Platform, state: DemoState) {
    this.p = p
    this.#state = state
  }

  /** The id of what was made under this name; `find` knows it where a kill came between its making and its noting. */
  async once(name: string, make: () => Promise<string>, find: () => Promise<string | null>): Promise<string> {
    const known = this.#state.made[name]
    if (known) return known
    return this.note(name, (await find()) ?? (await make()))
  }

  /** Knows this by that name from now on. */
  async note(name: string, id: string): Promise<string> {
    this.#state.made[name] = id
    await this.p.write((w) => writeDemoState(w, this.#state))
    return id
  }

  idOf(name: string): string {
    const id = this.#state.made[name]
    if (!id) throw new Error(`The demo has not made "${name}" yet.`)
    return id
  }

  /** Draws a picture and adds it; the same drawing is the same picture. */
  async picture(svg: string, about: { alt: string; credit: string; caption?: string }): Promise<string> {
    const { picture } = await addPicture(this.p, SYSTEM, { bytes: await svgToJpeg(svg), ...about })
    return picture.id
  }

  async finish(): Promise<void> {
    this.#state.done = true
    await this.p.write((w) => writeDemoState(w, this.#state))
  }
}
