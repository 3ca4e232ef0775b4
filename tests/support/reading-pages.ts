import { PAGES } from '@/lib/site/pages';

/** Each page that is sent without the framework, or one of its kind. */
export const READING_PAGES = [
  ...PAGES.filter(({ isLive }) => !isLive).map(({ href }) => href),
  '/fabriques/la-condition-publique-roubaix',
  '/regions/hauts-de-france',
  '/regions/ile-de-france',
  '/regions/nouvelle-aquitaine',
  '/departements/59',
  '/vagues/vague-1',
  '/vagues/vague-10',
  '/vagues/vague-1/hauts-de-france',
];
