import type { ArtSpec, Motif } from './art-spec.ts'
import * as gear from './motifs-gear.ts'
import * as rinkside from './motifs-rink.ts'
import * as shop from './motifs-shop.ts'
import * as town from './motifs-town.ts'
import type { Part } from './parts.ts'

export type DrawMotif = (random: () => number, label: string | undefined) => Part[]

const drawings: Record<Motif, DrawMotif> = {
  puck: gear.puck,
  net: rinkside.net,
  rink: rinkside.rink,
  microphone: town.microphone,
  scoreboard: rinkside.scoreboard,
  'foam-finger': gear.foamFinger,
  mask: gear.mask,
  bus: town.bus,
  'hot-dog': town.hotDog,
  crowd: rinkside.crowd,
  horn: gear.horn,
  'ice-machine': rinkside.iceMachine,
  trophy: gear.trophy,
  owl: town.owl,
  anchor: town.anchor,
  lighthouse: town.lighthouse,
  boards: rinkside.boards,
  stick: gear.sticks,
  skate: gear.skate,
  camera: rinkside.camera,
  bell: town.bell,
  envelope: town.envelope,
  mug: town.mug,
  whistle: gear.whistle,
  't-shirt': shop.tShirt,
  hoodie: shop.hoodie,
  crewneck: shop.crewneck,
  cap: shop.cap,
  flag: shop.flag,
}

/** The parts of a motif, back to front, in a field of about 80 by 80 units around the origin. */
export function motifParts(spec: ArtSpec, random: () => number): Part[] {
  return drawings[spec.motif](random, spec.label)
}
