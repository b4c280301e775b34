export { closeStudio, studioDoor, studioModule } from './studio-module.ts'
export { type DemoMatchReply, demoMatchSchema } from './wire.ts'
