// The import rules of ARCHITECTURE.md. TypeScript must be 6: with 7 dependency-cruiser reads no .ts file and passes.
const { builtinModules } = require('node:module')

const DOMAIN = '(people|footage|newsroom|live|league|shop)'
const MODULE = '(people|footage|newsroom|live|league|shop|site|studio)'
const WIRING = '^src/(main|prepare-once|serve|wiring|workers)\\.ts$'
// The code that a browser runs: readers' elements, the studio's parts and each module's studio screens.
const BROWSER = '/client/|^src/kit/|^src/[^/]+/studio/'
// Types and bounds of the messages between server and browser, which both read.
const WIRE = '^src/platform/(live/wire|start-wire)\\.ts$'

/** @type {(name: string, from: object, to: object) => { name: string, severity: 'error', from: object, to: object }} */
const forbid = (name, from, to) => ({ name, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid('no-cycles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    forbid('nothing-unresolved', {}, { couldNotResolve: true }),
    forbid('platform-knows-no-domain', { path: '^src/platform/' }, { path: '^src/(?!platform/)' }),
    forbid('kit-knows-no-domain', { path: '^src/kit/' }, { path: '^src/(?!kit/)', pathNot: WIRE }),
    forbid('the-wire-stands-alone', { path: WIRE }, { path: '.', pathNot: '(^|/)node_modules/zod/' }),
    forbid('people-is-the-floor', { path: '^src/people/' }, { path: '^src/(?!people/|platform/|kit/)' }),
    forbid(
      'no-sibling-modules',
      { path: `^src/${DOMAIN}/` },
      { path: `^src/${DOMAIN}/`, pathNot: ['^src/$1/', '^src/(people|footage)/'] },
    ),
    forbid(
      'modules-do-not-know-the-shells',
      { path: `^src/${DOMAIN}/` },
      { path: '^src/(site|studio|demo|main|wiring)(/|\\.)' },
    ),
    forbid(
      'shells-do-not-know-each-other',
      { path: '^src/(site|studio)/' },
      // The studio mounts the screens of every module, those of the site too.
      { path: '^src/(site|studio|demo)/', pathNot: ['^src/$1/', '^src/site/studio/public\\.ts$'] },
    ),
    forbid(
      'demo-is-used-by-the-wiring-alone',
      { path: '^src/', pathNot: ['^src/demo/', WIRING] },
      { path: '^src/demo/' },
    ),
    // Tests that stand beside the wiring try the whole house.
    forbid(
      'nobody-imports-the-wiring',
      { path: '^src/', pathNot: [WIRING, '^src/[^/]+\\.test\\.ts$'] },
      { path: WIRING },
    ),
    forbid(
      'enter-by-the-front-door',
      { path: '^src/([^/]+)' },
      { path: `^src/${MODULE}/`, pathNot: ['^src/$1/', '/public\\.ts$'] },
    ),
    forbid(
      'only-stores-touch-sql',
      { path: '^src/', pathNot: ['-store(\\.test)?\\.ts$', '\\.test\\.ts$', '^src/platform/', WIRING] },
      { path: '^src/platform/db/|(^|/)node_modules/(pg|kysely)/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'client-stays-in-the-browser',
      { path: BROWSER, pathNot: '\\.test\\.tsx?$' },
      { path: '^src/platform/', pathNot: WIRE, reachable: true },
    ),
    // Reached by whatever way; built-in modules are called by their bare name here, without `node:`.
    forbid(
      'client-needs-no-node',
      { path: BROWSER, pathNot: '\\.test\\.tsx?$' },
      { path: `^(node:|(${builtinModules.join('|')})$)`, reachable: true },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|\\.cache)/' },
  },
}
