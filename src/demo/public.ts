export { demoModule } from './demo-module.ts'
export { prepareDemo } from './prepare-demo.ts'
