/** The colours of the map; the page's own are in styles/tokens.css. */
export interface Palette {
  /** The style of the base map that goes with it. */
  readonly theme: 'light' | 'dark' | 'contrast' | 'contrast-dark';
  readonly ground: string;
  readonly district: string;
  readonly border: string;
  readonly label: string;
  readonly labelHalo: string;
  readonly room: string;
  readonly outdoor: string;
  readonly paper: string;
  readonly cluster: string;
  readonly clusterText: string;
  readonly selected: string;
  readonly here: string;
  readonly route: string;
}

export const light: Palette = {
  theme: 'light',
  ground: '#e6e9e6',
  district: '#f7f6f1',
  border: '#8c979c',
  label: '#37474f',
  labelHalo: '#f7f6f1',
  room: '#0f5c6e',
  outdoor: '#3a6324',
  paper: '#ffffff',
  cluster: '#1d2a30',
  clusterText: '#ffffff',
  selected: '#b4400a',
  here: '#6a1b9a',
  route: '#6a1b9a',
};

export const dark: Palette = {
  theme: 'dark',
  ground: '#0d1316',
  district: '#18222a',
  border: '#5d6f78',
  label: '#d5dfe3',
  labelHalo: '#18222a',
  room: '#7fd0e0',
  outdoor: '#a5d183',
  paper: '#10181c',
  cluster: '#e8eef0',
  clusterText: '#10181c',
  selected: '#ffa466',
  here: '#d9a7f2',
  route: '#d9a7f2',
};

/** For `prefers-contrast: more` and forced colours, where a canvas does not follow by itself. */
export const contrast: Palette = {
  ...light,
  theme: 'contrast',
  ground: '#ffffff',
  district: '#ffffff',
  border: '#000000',
  label: '#000000',
  labelHalo: '#ffffff',
  room: '#00333f',
  outdoor: '#1d3a0c',
  selected: '#8a2c00',
};

/** The same on a dark ground. */
export const contrastDark: Palette = {
  ...dark,
  theme: 'contrast-dark',
  ground: '#000000',
  district: '#000000',
  border: '#ffffff',
  label: '#ffffff',
  labelHalo: '#000000',
};

/** The palette this person's settings ask for. */
export function preferredPalette(matches: (query: string) => boolean): Palette {
  if (matches('(prefers-contrast: more)') || matches('(forced-colors: active)')) {
    return matches('(prefers-color-scheme: dark)') ? contrastDark : contrast;
  }
  return matches('(prefers-color-scheme: dark)') ? dark : light;
}
