/** Shows what this browser can do with a page's address besides the link that stands there anyway. */
export function enhanceShare(section: HTMLElement): void {
  const link = section.querySelector<HTMLAnchorElement>('a.address');
  const status = section.querySelector<HTMLElement>('[role=status]');
  if (link === null || status === null) return;
  const offer = (way: string, act: () => Promise<void> | void) => {
    const button = section.querySelector<HTMLButtonElement>(`[data-share=${way}]`);
    if (button === null) return;
    button.hidden = false;
    // Whoever closes the browser's own window has changed their mind; that is no mistake.
    button.addEventListener('click', () => void Promise.resolve(act()).catch(() => undefined));
  };
  // Only on a secure page may a browser write to the clipboard.
  if (isSecureContext) {
    offer('copy', async () => {
      await navigator.clipboard.writeText(link.href);
      status.textContent = section.dataset['copied'] ?? '';
    });
  }
  if ('share' in navigator) offer('send', () => navigator.share({ title: document.title, url: link.href }));
  offer('print', () => { print(); });
}
