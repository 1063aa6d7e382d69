import { mount } from 'svelte';
import { translatorOfSheet } from '../messages/onsite';
import { Device, type City } from './device.svelte';
import Onsite from './Onsite.svelte';

/** Opens the sheet on its page. */
export async function startSheet(target: HTMLElement, data: HTMLElement, language: string): Promise<void> {
  const t = await translatorOfSheet(language);
  // Without TLS a browser lets no page keep or send anything like this.
  if (!isSecureContext) {
    target.textContent = t('onsite-needs-tls');
    return;
  }
  const device = await Device.open(JSON.parse(data.textContent) as City);
  target.replaceChildren();
  mount(Onsite, { target, props: { t, device, language } });
  document.documentElement.dataset['ready'] = 'true';
}
