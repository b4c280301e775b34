import type { DemoTag } from './demo-types.ts'

export const tags: DemoTag[] = [
  {
    slug: 'footage',
    name: 'Footage',
    description: 'What the cameras saw, where we got it, and what happens just before it begins.',
  },
  {
    slug: 'the-tugs',
    name: 'The Tugs',
    description: 'Harbor City’s hockey team. Small, slow to turn, extremely hard to stop.',
  },
  {
    slug: 'the-long-count',
    name: 'The Long Count',
    description: 'Twelve teams, twelve rounds, one bell. The trivia league that ruined our Thursdays.',
  },
  {
    slug: 'the-palace',
    name: 'The Palace',
    description: 'The Fenwick County Ice Palace: its boards, its roof, its pole, its smell.',
  },
  {
    slug: 'county',
    name: 'Fenwick County',
    description: 'Who signed it, who paid for it, and who was in the room.',
  },
  {
    slug: 'food',
    name: 'Arena Food',
    description: 'Everything that can be eaten standing up with a mitten on.',
  },
  {
    slug: 'beer-league',
    name: 'Beer League',
    description: 'Hockey for people who have work in the morning.',
  },
  {
    slug: 'mascots',
    name: 'Mascots',
    description: 'Foam, fur and the people who are paid forty dollars to faint inside it.',
  },
  {
    slug: 'away-days',
    name: 'Away Days',
    description: 'Buses, ferries, other people’s rinks and the long way home.',
  },
  {
    slug: 'goalies',
    name: 'Goalies',
    description: 'A separate category of person, covered separately.',
  },
  {
    slug: 'history',
    name: 'The Old Building',
    description: 'What happened here before you had a season ticket.',
  },
  {
    slug: 'refs',
    name: 'Refs',
    description: 'The best view in the house and the worst seat in the parking lot.',
  },
]
