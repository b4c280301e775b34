export { closeStudio, studioDoor, studioModule } from './studio-module.ts'
