import type { Person } from '../people/public.ts'
import type { Module } from '../platform/module.ts'
import type { Platform } from '../platform/platform.ts'
import { storyDeskEndpoints } from './api-desk.ts'
import { authorEndpoints, tagEndpoints } from './api-names.ts'
import { publicEndpoints } from './api-public.ts'
import { indexJobs } from './index-names.ts'
import { archiveMonthPage, archivePage } from './pages/archive.ts'
import { correctionsPage } from './pages/corrections.ts'
import { authorPage, tagPage } from './pages/names.ts'
import { storyPage } from './pages/story.ts'
import { newsroomRegions } from './regions.ts'

export const newsroomModule = (p: Platform): Module<Person> => ({
  name: 'newsroom',
  endpoints: [...publicEndpoints(p), ...storyDeskEndpoints(p), ...authorEndpoints(p), ...tagEndpoints(p)],
  pages: [storyPage(p), tagPage(p), authorPage(p), archivePage, archiveMonthPage, correctionsPage],
  regions: newsroomRegions(p),
  jobs: indexJobs(p),
})
