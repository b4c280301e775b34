import { LoadEmbed } from './load-embed.ts'

customElements.define('load-embed', LoadEmbed)
