import { art, callout, cover, h2, list, ordered, p, quote, story } from '../blocks.ts'
import type { DemoStory } from '../demo-types.ts'

/** Satire, and what was paid for. */
export const oddShelf: DemoStory[] = [
  story({
    slug: 'foam-finger-recall',
    kind: 'satire',
    headline: `4,000 foam fingers recalled after pointing at someone else`,
    standfirst: `"They're not number one," said the manufacturer, visibly moved. "They were never number one."`,
    authors: ['hattie-quill'],
    tags: ['mascots', 'the-palace'],
    publishedMinutesAgo: 8900,
    cover: cover(art('foam-finger', 'hot', 121), `A yellow foam finger against orange, pointing firmly.`),
    blocks: [
      p`HARBOR CITY — Owners of a popular novelty hand were urged on Monday to stop waving it at once, after tests found that when it's held aloft in a crowd it indicates, by up to nine degrees, the family in the next row.`,
      p`"We first became aware of an issue when the Petersons began to get thank-you cards," said a spokesperson for Digit Brothers, which has made fingers for the regional market since it lost the contract for thumbs. "They'd been number one for eleven games. They had remodeled."`,
      p`Experts put the fault down to a mold that was leaning against a radiator. The affected hands, in orange, may be identified by laying them on a flat surface and asking oneself if one has ever truly been supported.`,
      p`Not all have welcomed the recall. At press time Gary Peterson, 51, a man of middling ability who for one season had been singled out by four thousand strangers, was seen in the upper rail with his arms spread, turning slowly, in the hope of finding the angle again.`,
    ],
  }),
  story({
    slug: 'quick-skate',
    kind: 'satire',
    headline: `Area man's "quick skate" enters its ninth season`,
    standfirst: `He told his wife that he'd be back by supper. It is being kept warm by her second husband.`,
    authors: ['hattie-quill'],
    tags: ['beer-league'],
    publishedMinutesAgo: 374000,
    cover: cover(art('skate', 'yellow', 122), `A worn skate with its tongue out.`),
    blocks: [
      p`FENWICK COUNTY — Witnesses confirmed on Thursday that Doug Haverford, 47, was still "just going to get in a couple of laps", having left the house for that purpose in what historians now agree was a different era.`,
      p`"He'd only got his light jacket," said his neighbor, who has since been elected to the county commission, served two terms, and written a book about it.`,
      p`Mr. Haverford, who has been traded twice without being told, is known to have remarked at intervals that this one would be his last, that it was nothing-nothing, and that there was no sense in going home *now*, in the traffic. Carbon dating of the tape on his stick places it in the reign of the previous coach.`,
      p`His children, the younger of whom is now older than he was, visit at the glass. He waves. He holds up a single finger, meaning one more minute; the crowd, mistaking it, cheers.`,
      p`As this edition went to press the ice was being cleared around him.`,
    ],
  }),
  story({
    slug: 'fog-onside',
    kind: 'satire',
    headline: `League to review whether the fog was onside`,
    standfirst: `Officials stress that the bank of low marine cloud will get a fair hearing, and that it may bring a representative.`,
    authors: ['hattie-quill'],
    tags: ['refs'],
    publishedMinutesAgo: 329000,
    cover: cover(art('lighthouse', 'paper', 123), `A lighthouse in poor visibility.`),
    blocks: [
      p`THE NORTHERN SHORE — Days after a weather system was credited with a goal in [an outdoor game](/stories/fog-game), the league's rules committee has announced that it will establish if the fog had, at the time that the puck entered the zone, "at least one droplet in contact with the blue line".`,
      p`"It came in from the left. That's all that we can say," said one committee member, who has spent four days with the footage, and described it as grey.`,
      p`The fog, a free agent, put up the best line of the afternoon: one goal, eleven collisions, plus-one. Scouts from three teams were said to be interested but were later found to have been standing near one another by accident.`,
      p`Reached at sea, the fog made no comment, for some hours, in every direction. Its agent, a light southerly breeze, would say only that its client had always been a team player, and "isn't the kind to hog a spotlight. It sort of spreads it around."`,
      p`If it's found to have been offside the goal will be annulled, and the game, in accordance with the rulebook, will be replayed without looking.`,
    ],
  }),
  story({
    slug: 'dry-your-gloves',
    kind: 'sponsored',
    sponsor: 'Puckett & Daughters Boot Dryers',
    headline: `Five ways to dry a hockey glove, ranked by how soon you will be forgiven`,
    standfirst: `Something in the hall closet has begun to have opinions. Puckett & Daughters can help.`,
    authors: ['hattie-quill'],
    tags: ['beer-league'],
    publishedMinutesAgo: 19400,
    cover: cover(art('skate', 'ice', 124), `A skate on a shelf, drying.`),
    blocks: [
      callout`**Paid for by Puckett & Daughters Boot Dryers, Port Sable.** They saw the text before it was published and asked for one change, which was to add the word "Daughters".`,
      p`Scientists have yet to name what lives in a hockey glove. They have only asked that we keep it shut. But a dry glove is a quiet glove; and there are, broadly, five roads to one.`,
      ordered(
        `**On a radiator.** It will be dry in an hour. It will also be a claw. *Forgiven: by Thursday.*`,
        `**In the oven, low.** Everyone has done this once. *Forgiven: at your funeral, by some.*`,
        `**On the dashboard.** Works well in July, when you don't need it. *Forgiven: by passengers, individually.*`,
        `**Out of the window of a moving vehicle.** Wes Tamarack has asked us to say that this was not the number 19. *Forgiven: pending.*`,
        `**On a Puckett.** Two pegs, one small warm fan, eight hours, the noise of a cat that is thinking. *Forgiven: before you're up.*`,
      ),
      h2`Who they are`,
      p`Orla Puckett made the first of them out of a hair dryer and a milk crate, so that she could share a car with her girls. There are three girls. All of them were goalies.`,
      quote(
        `We could smell Mam's plan working from the driveway.`,
        `Siobhan Puckett, middle daughter, glove side`,
      ),
      list(
        `Takes boots, gloves, mitts and one regrettable hat.`,
        `Uses less current than a porch light.`,
        `Mended free, for as long as there is a Puckett.`,
      ),
    ],
  }),
]
