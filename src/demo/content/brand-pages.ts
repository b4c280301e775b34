import { callout, h2, list, ordered, p } from './blocks.ts'
import type { DemoPage } from './demo-types.ts'

const about: DemoPage = {
  slug: 'about',
  title: 'About',
  blocks: [
    p`Late Horn is a paper that goes to bed when the rink does. It began as a mimeographed sheet left on the bar at the Slack Tide after home games, because the morning paper's deadline came before the third period and nobody could find out who had won.`,
    p`We cover the Tugs, the building they play in, the county that owns the building, the food, the buses, the beer league that starts at 11:40 at night, and *The Long Count*, the trivia league that we founded by accident and now cannot stop.`,
    h2`How we work`,
    list(
      'When we were not there, we say so. When there is a tape, we show where it came from.',
      'We correct mistakes in the story, at the top of it, with the time, in plain words.',
      'Satire says satire. A story that somebody paid for says who paid.',
      'Several of us play in the league that we cover. It is stated every time, and Pim is unbearable about it.',
    ),
    callout`Late Horn, its town, its teams and its people are invented. It came with Pressbox to show what a brand can look like on it.`,
  ],
}

const contact: DemoPage = {
  slug: 'contact',
  title: 'Contact',
  blocks: [
    p`The desk is staffed from four in the afternoon until the last car leaves the Palace lot. Outside those hours there is a machine, and Hattie listens to all of it.`,
    h2`Where to write`,
    list(
      '**News, tips, tape:** desk@latehorn.example',
      '**A mistake:** corrections@latehorn.example. You will hear back the same night.',
      '**Letters for print:** hattie@latehorn.example. Long is fine. Wrong is fine.',
      '**The Long Count:** bell@latehorn.example. Protests must arrive before the next match and must contain the answer.',
    ),
    p`If what you have is sensitive, say only that you have something and how to reach you. June will ring from a number that you do not know, and she will ask about your dog first.`,
  ],
}

const privacy: DemoPage = {
  slug: 'privacy',
  title: 'Privacy',
  blocks: [
    p`Short version: you can read all of this paper without telling us who you are, and we would honestly rather not know.`,
    h2`What we keep`,
    list(
      'How many pages are open right now, as a number. It is shown in the newsroom and makes Mo vain.',
      'Server records of requests, for fourteen days, to find faults and people who are hammering the door.',
      'What you send us yourself: a letter, a tip, an answer to a trivia question.',
    ),
    h2`What we do not`,
    p`There are no advertising trackers here, nothing is sold, and a video from elsewhere is not fetched until you press play. Pressing it tells that site that you did, which is why we ask.`,
    h2`Your rights`,
    p`Write to desk@latehorn.example and we will show you what we hold about you, correct it, or delete it. It will be a short letter.`,
  ],
}

const terms: DemoPage = {
  slug: 'terms',
  title: 'Terms',
  blocks: [
    p`By reading Late Horn you agree to very little. These are the parts that matter.`,
    ordered(
      'Quote us as you like, with a link and without changing the meaning. Whole stories need a yes from the desk.',
      'Letters may be shortened. They will not be improved.',
      'In The Long Count the bell is final, the scorer is final after the bell, and Otis Pell is final after everybody.',
      'Tickets, shirts and hats come with the terms on their own receipts, which we keep to one page on purpose.',
      'Do not use this paper to harass the people in it, including the ones in stripes.',
    ),
    p`If we change these terms, we will say so on the front page for a week and not in an e-mail at midnight.`,
  ],
}

export const brandPages: DemoPage[] = [about, contact, privacy, terms]
