import { mount } from 'svelte';
import { translatorOfSheet } from '../messages/onsite';
import { Device, type City } from './device.svelte';
import Onsite from './Onsite.svelte';

/** Opens the sheet on its page. */
export async function startSheet(target: HTMLElement, data: HTMLElement, language: string): Promise<void> {
  const [t, device] = await Promise.all([translatorOfSheet(language), Device.open(JSON.parse(data.textContent) as City)]);
  target.replaceChildren();
  mount(Onsite, { target, props: { t, device, language } });
  document.documentElement.dataset['ready'] = 'true';
}
