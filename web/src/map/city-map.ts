// The only file that imports MapLibre; it is loaded when the map is first seen.
import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';
import {
  Map as MapLibre, Marker, setWorkerUrl, type FilterSpecification, type GeoJSONSource, type MapMouseEvent, type PaddingOptions, type StyleSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Camera } from '../address';
import type { Spot } from '../atlas.svelte';
import type { ListedPlace } from '../listed-place';
import { nameOf, type District } from './districts';
import { anyWithin, boundsOf, nearestWithin, type Bounds, type Pixel } from './geometry';
import { markerName, MarkerPainter, PIXEL_RATIO } from './markers';
import { preferredPalette, type Palette } from './palette';
import type { Way } from './route';
import { cityStyle, fetchBaseStyle } from './style';

setWorkerUrl(workerUrl);

/** What the map tells the page. */
export interface MapEvents {
  /** A person chose a place. */
  place: (place: ListedPlace) => void;
  /** A person chose a spot without a place. */
  spot: (spot: Spot) => void;
  /** The map came to rest somewhere else. */
  moved: (camera: Camera, bounds: Bounds, byPerson: boolean) => void;
}

/** How the map begins. */
export interface MapStart {
  readonly bounds: Bounds;
  readonly camera: Camera | null;
  /** The address of another server's style; our own where there is none. */
  readonly style: string | undefined;
  /** Name of the canvas and id of the text that explains its keys. */
  readonly label: string;
  readonly helpId: string;
}

/** A marker belongs to the crosshair or the pointer within this many pixels. */
const REACH_PX = 60;
const POINTER_REACH_PX = 22;

/** How far one press of a pan button goes. */
const PAN_PX = 160;

/** How far an arrow key moves a pin, and with the shift key held. */
const PIN_PX = 16;
const PIN_FINE_PX = 3;

/** Steps to the east and to the south. */
const PIN_STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};

/** A marker nearer to the edge than this is not well in sight. */
const EDGE_PX = 40;

/** How long the map waits for what it is drawn with. */
const STYLE_PATIENCE_MS = 20_000;

/** What a map is drawn with. */
interface Drawing {
  readonly palette: Palette;
  readonly base: StyleSpecification;
  readonly painter: MarkerPainter;
}

/** Zoom at which a single place is shown in its street. */
const PLACE_ZOOM = 15;

const SETTINGS = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'];

/** The map: shows what it is given and says what a person does with it. It knows no place the list does not have. */
export class CityMap {
  readonly #map: MapLibre;
  readonly #painter: MarkerPainter;
  readonly #events: MapEvents;
  readonly #city: Bounds;
  readonly #style: string | undefined;
  readonly #forget = new AbortController();
  #palette: Palette;
  #styled = false;
  // What is wanted is kept here, because a new style (light to dark) forgets what it was given.
  #places: readonly ListedPlace[] = [];
  #selected: ListedPlace | null = null;
  #here: Spot | null = null;
  #districts: readonly District[] = [];
  #way: Way | null = null;
  #sketch: Geometry | null = null;
  #pin: Marker | null = null;
  readonly #placeFilters = new Map<string, unknown>();

  private constructor(container: HTMLElement, start: MapStart, events: MapEvents, { palette, base, painter }: Drawing) {
    this.#painter = painter;
    this.#events = events;
    this.#city = start.bounds;
    this.#style = start.style;
    this.#palette = palette;
    const view = start.camera === null
      ? { bounds: [...start.bounds] as [number, number, number, number], fitBoundsOptions: { padding: roomFor(container) } }
      : { center: [start.camera.lon, start.camera.lat] as [number, number], zoom: start.camera.zoom };
    // Throws where there is no WebGL 2; the list stands without a map.
    this.#map = new MapLibre({
      container,
      style: cityStyle(palette, base),
      ...view,
      // Sources stand in the footer, which is always in sight beside the map.
      attributionControl: false,
      maxZoom: 19,
      // A city is seen once: positions on a second world would be off the earth.
      renderWorldCopies: false,
      fadeDuration: 0,
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      locale: { 'Map.Title': start.label },
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#describeCanvas(start);
    this.#listen();
  }

  /** A map in `container`. */
  static async open(container: HTMLElement, start: MapStart, events: MapEvents): Promise<CityMap> {
    const palette = preferredPalette((query) => matchMedia(query).matches);
    const [painter, base] = await Promise.all([MarkerPainter.load(), fetchBaseStyle(palette, start.style, AbortSignal.timeout(STYLE_PATIENCE_MS))]);
    return new CityMap(container, start, events, { palette, base, painter });
  }

  /** Shows the outlines and names of districts. */
  showDistricts(districts: readonly District[]): void {
    this.#districts = districts;
    this.#fill();
  }

  /** Shows these places and no others. */
  showPlaces(places: readonly ListedPlace[]): void {
    this.#places = places;
    this.#fill();
  }

  /** Shows the way to the chosen place, or none; moves until the whole way can be followed beside the `covered` pixels. */
  showWay(way: Way | null, covered: number): void {
    this.#way = way;
    this.#fill();
    if (way === null) return;
    const bounds = boundsOf(way.geometry.coordinates.map(([lon = 0, lat = 0]) => ({ lon, lat })));
    if (bounds === null) return;
    const room = roomFor(this.#map.getContainer());
    const padding = { top: Math.max(room.top, EDGE_PX), bottom: Math.max(room.bottom, EDGE_PX), left: room.left, right: room.right + covered + EDGE_PX };
    this.#map.fitBounds([...bounds] as [number, number, number, number], { padding, maxZoom: PLACE_ZOOM + 2 });
  }

  /** Shows what is being drawn: a line, or the outline of an area. */
  sketch(geometry: Geometry | null): void {
    this.#sketch = geometry;
    this.#fill();
  }

  /** Puts a pin there; a person drags it or moves it with the arrow keys, and `moved` is told of every spot on its way. */
  pin({ lon, lat }: Spot, label: string, moved: (spot: Spot) => void): void {
    if (this.#pin !== null) {
      this.#pin.setLngLat([lon, lat]);
      return;
    }
    const element = pinElement(label);
    const pin = new Marker({ element, anchor: 'bottom', draggable: true }).setLngLat([lon, lat]).addTo(this.#map);
    const tell = () => {
      const { lng, lat: north } = pin.getLngLat();
      moved({ lon: lng, lat: north });
    };
    pin.on('drag', tell);
    element.addEventListener('keydown', (event) => {
      const step = PIN_STEPS[event.key];
      if (step === undefined) return;
      event.preventDefault();
      // The map would move too.
      event.stopPropagation();
      const { x, y } = this.#map.project(pin.getLngLat());
      const far = event.shiftKey ? PIN_FINE_PX : PIN_PX;
      pin.setLngLat(this.#map.unproject([x + step[0] * far, y + step[1] * far]));
      tell();
    });
    // What is clicked here is the pin, not the spot under it.
    element.addEventListener('click', (event) => { event.stopPropagation(); });
    this.#pin = pin;
  }

  /** Marks one place; moves there when it is out of sight or under the `covered` pixels at the right. */
  select(place: ListedPlace | null, covered: number): void {
    this.#selected = place;
    this.#fill();
    if (place === null) return;
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const { x, y } = this.#map.project([place.lon, place.lat]);
    const isSeen = x > EDGE_PX && x < clientWidth - covered - EDGE_PX && y > EDGE_PX && y < clientHeight - EDGE_PX;
    if (!isSeen) this.#map.easeTo({ center: [place.lon, place.lat], offset: [-covered / 2, 0] });
  }

  /** Marks the spot the list is sorted around; moves there when it is out of sight. */
  markHere(here: Spot | null): void {
    this.#here = here;
    this.#fill();
    if (here !== null && !this.#map.getBounds().contains([here.lon, here.lat])) {
      this.#map.easeTo({ center: [here.lon, here.lat], zoom: Math.max(this.#map.getZoom(), PLACE_ZOOM - 1) });
    }
  }

  /** Moves to the places when none of them is in sight. */
  comeIntoView(): void {
    const bounds = boundsOf(this.#places);
    if (bounds === null || anyWithin(this.#places, this.#bounds())) return;
    this.#map.fitBounds([...bounds] as [number, number, number, number], { padding: 64, maxZoom: PLACE_ZOOM });
  }

  /** Moves the view by a step to the east (1) or west (-1) and to the south (1) or north (-1). */
  pan(east: number, south: number): void {
    this.#map.panBy([east * PAN_PX, south * PAN_PX], {}, { byPerson: true });
  }

  /** Zooms by a step in (1) or out (-1). */
  zoom(step: number): void {
    this.#map.zoomTo(this.#map.getZoom() + step, {}, { byPerson: true });
  }

  /** Shows the whole city. */
  showCity(): void {
    const padding = roomFor(this.#map.getContainer());
    this.#map.fitBounds([...this.#city] as [number, number, number, number], { padding }, { byPerson: true });
  }

  /** Puts the keyboard on the map. */
  focus(): void {
    this.#map.getCanvas().focus();
  }

  /** The place in the crosshair, if there is one. */
  underCrosshair(): ListedPlace | null {
    return this.#nearest(this.#centre(), REACH_PX);
  }

  /** Takes the map away. */
  close(): void {
    this.#forget.abort();
    this.#map.remove();
  }

  #describeCanvas({ label, helpId }: MapStart): void {
    const canvas = this.#map.getCanvas();
    // On the canvas only: arrow keys reach it in a screen reader's browse mode, the buttons around it stay buttons.
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-label', label);
    canvas.setAttribute('aria-describedby', helpId);
    canvas.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      const choose = () => { this.#choose(this.#centre(), REACH_PX); };
      // What the crosshair is said to lie on holds where the map comes to rest.
      if (this.#map.isMoving()) void this.#map.once('moveend', choose);
      else choose();
    });
  }

  #listen(): void {
    const map = this.#map;
    map.on('style.load', () => {
      this.#styled = true;
      this.#fill();
    });
    map.on('idle', () => void this.#sayWhatIsDrawn());
    map.on('moveend', (event) => {
      const { lng: lon, lat } = map.getCenter();
      const byPerson = 'byPerson' in event || event.originalEvent !== undefined;
      this.#events.moved({ zoom: map.getZoom(), lat, lon }, this.#bounds(), byPerson);
    });
    map.on('click', (event) => { this.#clicked(event); });
    map.on('mousemove', ({ point }) => {
      map.getCanvas().style.cursor = this.#nearest(point, POINTER_REACH_PX) === null ? '' : 'pointer';
    });
    for (const query of SETTINGS) {
      matchMedia(query).addEventListener('change', () => { this.#restyle().catch(console.warn); }, { signal: this.#forget.signal });
    }
  }

  #clicked({ point }: MapMouseEvent): void {
    const [cluster] = this.#styled ? this.#map.queryRenderedFeatures(point, { layers: ['cluster'] }) : [];
    if (cluster === undefined) {
      this.#choose(point, POINTER_REACH_PX);
      return;
    }
    const { coordinates } = cluster.geometry as Point;
    void this.#source('places')?.getClusterExpansionZoom(cluster.properties['cluster_id'] as number).then((zoom) => {
      this.#map.easeTo({ center: coordinates as [number, number], zoom }, { byPerson: true });
    });
  }

  #choose(pixel: Pixel, reach: number): void {
    const place = this.#nearest(pixel, reach);
    if (place !== null) {
      this.#events.place(place);
      return;
    }
    const { lng: lon, lat } = this.#map.unproject([pixel.x, pixel.y]);
    this.#events.spot({ lon, lat });
  }

  #nearest(pixel: Pixel, reach: number): ListedPlace | null {
    return nearestWithin(this.#places, pixel, reach, ({ lon, lat }) => this.#map.project([lon, lat]));
  }

  #centre(): Pixel {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    return { x: clientWidth / 2, y: clientHeight / 2 };
  }

  #bounds(): Bounds {
    const bounds = this.#map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  async #restyle(): Promise<void> {
    const palette = preferredPalette((query) => matchMedia(query).matches);
    const base = await fetchBaseStyle(palette, this.#style, this.#forget.signal);
    this.#palette = palette;
    this.#styled = false;
    this.#map.setStyle(cityStyle(palette, base), { diff: false });
  }

  #fill(): void {
    if (!this.#styled) return;
    const shown = this.#selected === null ? this.#places : [...this.#places, this.#selected];
    for (const place of shown) {
      const name = markerName(place);
      if (!this.#map.hasImage(name)) {
        this.#map.addImage(name, this.#painter.paint(place, this.#palette), { pixelRatio: PIXEL_RATIO });
      }
    }
    this.#put('districts', collection([...this.#districts]));
    this.#put('district-names', collection(this.#districts.map(nameOf)));
    this.#put('places', collection(this.#places.map(feature)));
    this.#put('selected', collection(this.#selected === null ? [] : [feature(this.#selected)]));
    const sketch: Feature[] = this.#sketch === null ? [] : [{ type: 'Feature', geometry: this.#sketch, properties: {} }];
    this.#put('route', collection([...(this.#way === null ? [] : [this.#way]), ...sketch]));
    this.#sparePlaceNames();
    this.#put('here', collection(this.#here === null ? [] : [point(this.#here, {})]));
  }

  /** A district's name stands once: where we write it, the base map does not. */
  #sparePlaceNames(): void {
    const names = this.#districts.map(({ properties }) => properties.name);
    for (const { id } of this.#map.getStyle().layers) {
      if (!id.startsWith('label-place-')) continue;
      const own: unknown = this.#placeFilters.get(id) ?? this.#map.getFilter(id) ?? true;
      this.#placeFilters.set(id, own);
      const filter: unknown = ['all', own, ['!', ['in', ['get', 'name'], ['literal', names]]]];
      this.#map.setFilter(id, filter as FilterSpecification);
    }
  }

  /** Leaves word of what the map holds, for those who must compare it with the list: tests. */
  async #sayWhatIsDrawn(): Promise<void> {
    const drawn = (await this.#source('places')?.getData()) as FeatureCollection | undefined;
    const { dataset } = this.#map.getContainer();
    dataset['places'] = JSON.stringify(drawn?.features.map(({ id }) => id) ?? []);
    dataset['idle'] = 'true';
  }

  #put(id: string, data: FeatureCollection): void {
    void this.#source(id)?.setData(data);
  }

  #source(id: string): GeoJSONSource | undefined {
    return this.#map.getSource<GeoJSONSource>(id);
  }
}

/** What buttons cover at the edges of the map, so that the city can be shown beside them (pixels). */
function roomFor({ clientWidth, clientHeight }: HTMLElement): Required<PaddingOptions> {
  const edge = 16;
  if (clientWidth >= 640) return { top: edge, right: edge, bottom: edge, left: 160 };
  return { top: 64, right: edge, bottom: clientHeight >= 340 ? 152 : edge, left: edge };
}

/** A pin to take hold of, large enough for a finger. */
function pinElement(label: string): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'pin';
  element.setAttribute('aria-label', label);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M12 1a8 8 0 0 0-8 8c0 5.5 8 14 8 14s8-8.500 8-14a8 8 0 0 0-8-8zm0 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6z');
  svg.append(path);
  element.append(svg);
  return element;
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

function point({ lon, lat }: Spot, properties: Record<string, string>): Feature<Point> {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties };
}

function feature(place: ListedPlace): Feature<Point> {
  return { ...point(place, { name: place.name, marker: markerName(place) }), id: place.slug };
}
