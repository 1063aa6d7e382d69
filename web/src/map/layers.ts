import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette';

/** Names of the fonts in the style's `font-faces`. */
export const REGULAR = 'noto_sans_regular';
export const BOLD = 'noto_sans_bold';

/**
 * Every layer from bottom to top; one that is not named here is a mistake. What is higher is placed first, so names
 * make room for markers.
 */
const ORDER = [
  'ground', 'district-area', 'district-border', 'route-casing', 'route', 'route-part', 'district-name', 'here', 'cluster', 'cluster-count',
  'place-name', 'place', 'selected-ring', 'selected-place',
] as const;

type LayerId = (typeof ORDER)[number];

/** A place that stands for itself, not for several. */
const ALONE: FilterSpecification = ['!', ['has', 'point_count']];

/** The layers of the map, in order. */
export function layers(palette: Palette): LayerSpecification[] {
  return inOrder([...districtLayers(palette), ...routeLayers(palette), ...placeLayers(palette), ...selectionLayers(palette)]);
}

/** Sorts layers from bottom to top; throws when one has no place in the order. */
export function inOrder(unordered: readonly LayerSpecification[]): LayerSpecification[] {
  const ranked = unordered.map((layer) => {
    const rank = ORDER.indexOf(layer.id as LayerId);
    if (rank < 0) throw new Error(`layer ${layer.id} has no place in the order`);
    return { rank, layer };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ layer }) => layer);
}

function districtLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
    { id: 'district-area', type: 'fill', source: 'districts', paint: { 'fill-color': palette.district } },
    {
      id: 'district-border', type: 'line', source: 'districts',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.8, 15, 2] },
    },
    {
      id: 'district-name', type: 'symbol', source: 'district-names',
      layout: {
        'text-field': ['get', 'name'], 'text-font': [BOLD], 'text-max-width': 8, 'text-letter-spacing': 0.04,
        'text-variable-anchor': ['center', 'bottom', 'top', 'left', 'right', 'bottom-left', 'bottom-right', 'top-left', 'top-right'],
        'text-radial-offset': 1.3,
        'text-size': ['interpolate', ['linear'], ['zoom'], 10, 11, 15, 17],
      },
      paint: { 'text-color': palette.label, 'text-halo-color': palette.labelHalo, 'text-halo-width': 2 },
    },
  ];
}

/** The way to the chosen place; a mere line, where no ways are known, is dotted. */
function routeLayers(palette: Palette): LayerSpecification[] {
  const layout = { 'line-join': 'round', 'line-cap': 'round' } as const;
  const isWay: FilterSpecification = ['==', ['get', 'engine'], 'network'];
  return [
    { id: 'route-casing', type: 'line', source: 'route', filter: isWay, layout, paint: { 'line-color': palette.paper, 'line-width': 9 } },
    { id: 'route', type: 'line', source: 'route', filter: isWay, layout, paint: { 'line-color': palette.route, 'line-width': 5 } },
    {
      id: 'route-part', type: 'line', source: 'route', filter: ['!', isWay],
      layout, paint: { 'line-color': palette.route, 'line-width': 5, 'line-dasharray': [0.1, 2] },
    },
  ];
}

function placeLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'cluster', type: 'circle', source: 'places', filter: ['has', 'point_count'],
      paint: {
        'circle-color': palette.cluster,
        'circle-radius': ['interpolate', ['linear'], ['get', 'point_count'], 2, 16, 50, 26],
        'circle-stroke-width': 3, 'circle-stroke-color': palette.paper,
      },
    },
    {
      id: 'cluster-count', type: 'symbol', source: 'places', filter: ['has', 'point_count'],
      layout: { 'text-field': ['get', 'point_count_abbreviated'], 'text-font': [BOLD], 'text-size': 14, 'text-allow-overlap': true, 'text-padding': 12 },
      paint: { 'text-color': palette.clusterText },
    },
    {
      id: 'place', type: 'symbol', source: 'places', filter: ALONE,
      layout: { 'icon-image': ['get', 'marker'], 'icon-allow-overlap': true },
    },
    {
      id: 'place-name', type: 'symbol', source: 'places', filter: ALONE, minzoom: 13.5,
      layout: {
        'text-field': ['get', 'name'], 'text-font': [REGULAR], 'text-size': 13, 'text-anchor': 'top',
        'text-offset': [0, 1.8], 'text-padding': 1, 'text-max-width': 9, 'text-optional': true,
      },
      paint: { 'text-color': palette.label, 'text-halo-color': palette.labelHalo, 'text-halo-width': 2 },
    },
  ];
}

function selectionLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'here', type: 'circle', source: 'here',
      paint: { 'circle-radius': 9, 'circle-color': palette.here, 'circle-stroke-width': 4, 'circle-stroke-color': palette.paper },
    },
    {
      id: 'selected-ring', type: 'circle', source: 'selected',
      paint: { 'circle-radius': 21, 'circle-color': palette.paper, 'circle-stroke-width': 4, 'circle-stroke-color': palette.selected },
    },
    {
      id: 'selected-place', type: 'symbol', source: 'selected',
      layout: { 'icon-image': ['get', 'marker'], 'icon-allow-overlap': true },
    },
  ];
}
