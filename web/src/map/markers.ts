import iconsUrl from '../../icons.svg?url';
import type { ListedPlace } from '../listed-place';
import type { Palette } from './palette';

/** Size of a marker in CSS pixels. */
const SIZE = 32;

/** Markers are drawn this much finer than CSS pixels, so that they stay sharp on any screen. */
export const PIXEL_RATIO = 3;

/** The name of the picture that stands for a place: kind, indoors or outdoors, open or not. */
export function markerName({ icon, cls, open }: ListedPlace): string {
  return `${icon}|${cls}|${open}`;
}

/** Draws markers from the same icons the list shows. */
export class MarkerPainter {
  readonly #paths: ReadonlyMap<string, readonly Path2D[]>;

  private constructor(paths: ReadonlyMap<string, readonly Path2D[]>) {
    this.#paths = paths;
  }

  /** A painter with the icons of the page. */
  static async load(): Promise<MarkerPainter> {
    const sprite = new DOMParser().parseFromString(await (await fetch(iconsUrl)).text(), 'image/svg+xml');
    const symbols = [...sprite.querySelectorAll('symbol')].map((symbol) => {
      const scale = (SIZE / 2) / Number(symbol.getAttribute('viewBox')?.split(' ')[2] ?? SIZE);
      const shift = new DOMMatrix().translate(SIZE / 4, SIZE / 4).scale(scale);
      const paths = [...symbol.querySelectorAll('path')].map((path) => {
        const moved = new Path2D();
        moved.addPath(new Path2D(path.getAttribute('d') ?? ''), shift);
        return moved;
      });
      return [symbol.id, paths] as const;
    });
    return new MarkerPainter(new Map(symbols));
  }

  /**
   * The marker of a place. Rooms are round, outdoor places are square; open ones are filled, closed ones are
   * outlined, and where nobody knows the outline is dashed: none of it rests on colour alone.
   */
  paint({ icon, cls, open }: ListedPlace, palette: Palette): ImageData {
    const canvas = new OffscreenCanvas(SIZE * PIXEL_RATIO, SIZE * PIXEL_RATIO);
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas to draw markers on');
    pen.scale(PIXEL_RATIO, PIXEL_RATIO);
    const colour = cls === 'room' ? palette.room : palette.outdoor;
    const filled = open === 'open';
    const body = outline(cls);
    pen.lineWidth = 5;
    pen.strokeStyle = palette.paper;
    pen.stroke(body);
    pen.fillStyle = filled ? colour : palette.paper;
    pen.fill(body);
    pen.lineWidth = 2;
    pen.strokeStyle = colour;
    pen.setLineDash(open === 'unknown' || open === 'appointment' ? [3, 2.5] : []);
    pen.stroke(body);
    pen.fillStyle = filled ? palette.paper : colour;
    for (const path of this.#paths.get(icon) ?? this.#paths.get('marker') ?? []) pen.fill(path);
    return pen.getImageData(0, 0, canvas.width, canvas.height);
  }
}

function outline(cls: ListedPlace['cls']): Path2D {
  const path = new Path2D();
  const edge = 3.5;
  if (cls === 'room') path.arc(SIZE / 2, SIZE / 2, SIZE / 2 - edge, 0, 2 * Math.PI);
  else path.roundRect(edge, edge, SIZE - 2 * edge, SIZE - 2 * edge, 5);
  return path;
}
