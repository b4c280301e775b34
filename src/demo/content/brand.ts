import type { DemoLink, DemoPage } from './demo-types.ts'
import { brandPages } from './brand-pages.ts'

export type DemoBrand = {
  name: string
  /** The name as it is set in the logo; the second word is printed in the hot colour. */
  logoWords: [string, string]
  tagline: string
  description: string
  contactMail: string
  locale: string
  timeZone: string
  currency: string
  displayFont: string
  colours: Record<'ink' | 'paper' | 'hair' | 'mute' | 'hot' | 'hotInk', string>
  darkColours: Record<'ink' | 'paper' | 'hair' | 'mute' | 'hot' | 'hotInk', string>
  menu: DemoLink[]
  footer: { title: string; links: DemoLink[] }[]
  smallPrint: string
  pages: DemoPage[]
}

export const brand: DemoBrand = {
  name: 'Late Horn',
  logoWords: ['Late', 'Horn'],
  tagline: 'Still up. Still loud.',
  description: 'A late-night paper for a loud hockey town: stories, footage, live shows and a trivia league.',
  contactMail: 'desk@latehorn.example',
  locale: 'en-US',
  timeZone: 'America/New_York',
  currency: 'USD',
  displayFont: 'League Gothic',
  colours: {
    ink: '#0C0C0D',
    paper: '#FAF8F4',
    hair: '#D9D4CA',
    mute: '#5D5A54',
    hot: '#FF5A1F',
    hotInk: '#B93208',
  },
  darkColours: {
    ink: '#F4F1EA',
    paper: '#111113',
    hair: '#34332F',
    mute: '#A8A49B',
    hot: '#FF5A1F',
    hotInk: '#FF7A48',
  },
  menu: [
    { label: 'Stories', url: '/' },
    { label: 'Live', url: '/events' },
    { label: 'The Tugs', url: '/tags/the-tugs' },
    { label: 'The Long Count', url: '/tags/the-long-count' },
    { label: 'Footage', url: '/tags/footage' },
  ],
  footer: [
    {
      title: 'Read',
      links: [
        { label: 'The Palace', url: '/tags/the-palace' },
        { label: 'Arena Food', url: '/tags/food' },
        { label: 'Refs', url: '/tags/refs' },
        { label: 'Everything, by month', url: '/archive' },
      ],
    },
    {
      title: 'Watch',
      links: [
        { label: 'What is on', url: '/events' },
        { label: 'The Long Count', url: '/tags/the-long-count' },
        { label: 'Footage', url: '/tags/footage' },
      ],
    },
    {
      title: 'The paper',
      links: brandPages.map((page) => ({ label: page.title, url: `/${page.slug}` })),
    },
  ],
  smallPrint: 'Late Horn is invented, and so is everyone in it. The mustard is real.',
  pages: brandPages,
}
