import type { Source } from '../db/database.ts'
import { type Html, nothing } from '../html.ts'
import { region } from './regions.ts'

/** What a story holds of another module's thing. */
export interface Card {
  module: string
  id: string
}

export interface CardChoice extends Card {
  title: string
  detail: string
}

/** How a module's cards are shown and found. A card is a region, so it stays right on open pages by itself. */
export interface CardKind {
  /** The region that shows the card of this id, for example `event:…/card`. */
  regionOf(id: string): string
  /** Whether there is such a thing, be it public or not. Left out: every id is taken. */
  exists?(source: Source, id: string): Promise<boolean>
  /** What an editor may pick, best match first. */
  choices(source: Source, text: string): Promise<CardChoice[]>
}

export class CardRegistry {
  readonly #kinds = new Map<string, CardKind>()

  add(module: string, kind: CardKind): void {
    this.#kinds.set(module, kind)
  }

  /** The place of the card in a page; nothing for a module that is not there. */
  place(card: Card): Html {
    const key = this.regionOf(card)
    return key === null ? nothing : region(key)
  }

  /** The region that shows the card, for what is a region itself: it renders the card's within its own. */
  regionOf({ module, id }: Card): string | null {
    return this.#kinds.get(module)?.regionOf(id) ?? null
  }

  /** Whether a story may hold this card. */
  async knows(source: Source, { module, id }: Card): Promise<boolean> {
    const kind = this.#kinds.get(module)
    return kind !== undefined && (kind.exists === undefined || (await kind.exists(source, id)))
  }

  async choices(source: Source, text: string): Promise<CardChoice[]> {
    const lists = await Promise.all([...this.#kinds.values()].map((kind) => kind.choices(source, text)))
    return lists.flat()
  }
}
