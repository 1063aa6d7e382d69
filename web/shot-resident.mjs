import { chromium } from '@playwright/test';
import { execFileSync } from 'node:child_process';
const url = 'http://127.0.0.1:18471';
const b = await chromium.launch({ executablePath: execFileSync('which', ['chromium-headless-shell']).toString().trim(), args: ['--no-sandbox'] });
for (const [name, viewport] of [['phone', { width: 360, height: 740 }], ['desk', { width: 1280, height: 800 }]]) {
  const p = await b.newPage({ viewport, colorScheme: process.argv[3] ?? 'light' });
  const go = async (path, file, full = true) => { await p.goto(url + path); await p.waitForTimeout(600); await p.screenshot({ path: `/tmp/resident-shots/${file}-${name}.png`, fullPage: full }); };
  const slug = async (q) => { await p.goto(url + '/?q=' + encodeURIComponent(q)); return p.locator('#results li[data-slug]').first().getAttribute('data-slug'); };
  const luke = await slug('Kulturkeller Luke'), halle = await slug('Willy-Krehl'), back = await slug('Backhaus');
  const which = process.argv[2];
  if (!which || which.includes('place')) { await go('/orte/' + luke + '?need=hoh', 'luke'); await go('/orte/' + halle + '?lang=de-simple', 'halle'); await go('/orte/' + back, 'back'); }
  if (!which || which.includes('list')) { await go('/?need=wheelchair,hoh', 'list', false); await go('/?need=wheelchair&usable=true', 'usable', false); await go('/?need=wheelchair#ort=' + luke, 'panel', false); }
  if (!which || which.includes('crit')) await go('/barrierefreiheit/kriterien', 'criteria', false);
  if (!which || which.includes('plan')) await go('/planung?usable_for=wheelchair', 'planung', false);
}
await b.close();
