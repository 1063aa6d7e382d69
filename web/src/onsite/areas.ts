import type { TranslateSheet } from '../messages/onsite';
import type { Area } from './model';

/** What a spot of the walk is called. */
export function areaSaid(t: TranslateSheet, area: Area): string {
  switch (area) {
    case 'way': return t('onsite-area-way');
    case 'entrance': return t('onsite-area-entrance');
    case 'inside': return t('onsite-area-inside');
    case 'lift': return t('onsite-area-lift');
    case 'stairs': return t('onsite-area-stairs');
    case 'stay': return t('onsite-area-stay');
    case 'wc': return t('onsite-area-wc');
    case 'safety': return t('onsite-area-safety');
    case 'information': return t('onsite-area-information');
  }
}
