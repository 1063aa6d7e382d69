/** The messages the islands need; the build takes no others along. */
export const messageKeys = [
  'near-me',
  'near-waiting',
  'near-denied',
  'near-failed',
  'results-failed',
  'results-retry',
  'view-label',
  'view-list',
  'view-map',
  'map-canvas',
  'map-help',
  'map-loading',
  'map-failed',
  'map-controls',
  'map-north',
  'map-south',
  'map-west',
  'map-east',
  'map-zoom-in',
  'map-zoom-out',
  'map-city',
  'map-only-here',
  'map-under',
  'map-under-nothing',
  'panel-close',
  'panel-loading',
  'panel-failed',
] as const;

/** The key of a message that the islands may show. */
export type MessageKey = (typeof messageKeys)[number];
