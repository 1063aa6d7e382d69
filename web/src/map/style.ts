import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl';
import boldExt from '@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff2?url';
import regularExt from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import bold from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import regular from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import { BOLD, layers, REGULAR } from './layers';
import type { Palette } from './palette';

const LATIN = ['U+0000-00FF', 'U+0131', 'U+0152-0153', 'U+02C6', 'U+02DA', 'U+02DC', 'U+2000-206F', 'U+20AC', 'U+2122'];
const LATIN_EXT = ['U+0100-0130', 'U+0132-0151', 'U+0154-02BA', 'U+1E00-1E9F', 'U+20A0-20AB'];

const EMPTY: GeoJSONSourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };

/** Places closer than this many pixels become one number. */
const CLUSTER_RADIUS = 38;

/** From this zoom on every place stands for itself. */
const CLUSTER_MAX_ZOOM = 14;

/** The whole map style; its sources are empty until the page fills them. */
export function cityStyle(palette: Palette): StyleSpecification {
  const face = (latin: string, ext: string) => [
    { url: latin, 'unicode-range': LATIN },
    { url: ext, 'unicode-range': LATIN_EXT },
  ];
  return {
    version: 8,
    'font-faces': { [REGULAR]: face(regular, regularExt), [BOLD]: face(bold, boldExt) },
    sources: {
      districts: EMPTY,
      'district-names': EMPTY,
      places: { ...EMPTY, cluster: true, clusterRadius: CLUSTER_RADIUS, clusterMaxZoom: CLUSTER_MAX_ZOOM },
      selected: EMPTY,
      here: EMPTY,
    },
    layers: layers(palette),
  };
}
