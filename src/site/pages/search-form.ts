import { html, type Html } from '../../platform/html.ts'

/** A plain form: it works without script. */
export const searchForm = (text: string): Html =>
  html`<form class="search" action="/search" role="search"><label class="sr" for="q">Search the stories</label><input id="q" type="search" name="q" value="${text}" maxlength="200" placeholder="Search the stories" autocomplete="off" enterkeyhint="search"><button class="button">Search</button></form>`
