declare module 'idiomorph/dist/idiomorph.esm.js' {
  interface Options {
    morphStyle?: 'innerHTML' | 'outerHTML'
    ignoreActiveValue?: boolean
    restoreFocus?: boolean
    callbacks?: {
      beforeNodeMorphed?(oldNode: Node, newNode: Node): boolean | void
      beforeNodeRemoved?(node: Node): boolean | void
    }
  }
  export const Idiomorph: { morph(target: Node, content: Node | string, options?: Options): void }
}
