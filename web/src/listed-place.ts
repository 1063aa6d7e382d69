/** A place as the list shows it; the map knows no others. */
export interface ListedPlace {
  readonly slug: string;
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly cls: 'room' | 'outdoor';
  readonly icon: string;
  readonly open: OpenState;
}

/** Whether one can go there now. */
export type OpenState = 'open' | 'closed' | 'appointment' | 'unknown';

const OPEN_STATES: readonly string[] = ['open', 'closed', 'appointment', 'unknown'] satisfies OpenState[];

/** The places of the server's list, in its order. */
export function listedPlaces(results: ParentNode): ListedPlace[] {
  return [...results.querySelectorAll<HTMLElement>('li[data-slug]')].map(({ dataset }) => ({
    slug: dataset['slug'] ?? '',
    id: dataset['id'] ?? '',
    name: dataset['name'] ?? '',
    lon: Number(dataset['lon']),
    lat: Number(dataset['lat']),
    cls: dataset['cls'] === 'outdoor' ? 'outdoor' : 'room',
    icon: dataset['icon'] ?? 'marker',
    open: OPEN_STATES.includes(dataset['open'] ?? '') ? (dataset['open'] as OpenState) : 'unknown',
  }));
}

/** Marks the entry of the selected place, and no other, and brings it into sight. */
export function markSelected(results: ParentNode, slug: string | null): void {
  for (const entry of results.querySelectorAll<HTMLElement>('li[data-slug]')) {
    const link = entry.querySelector('a');
    if (entry.dataset['slug'] === slug) {
      link?.setAttribute('aria-current', 'true');
      entry.scrollIntoView({ block: 'nearest' });
    } else {
      link?.removeAttribute('aria-current');
    }
  }
}
