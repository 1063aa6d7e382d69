/** Lets a dry run answer on the same page, so that the file stays chosen. */
export function enhanceTableForm(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement) || button.value !== 'try') return;
    event.preventDefault();
    button.disabled = true;
    run(form, button).catch(() => { form.submit(); }).finally(() => { button.disabled = false; });
  });
}

async function run(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const answer = await fetch(form.action, { method: 'POST', body: new FormData(form, button) });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const report = page.querySelector('#report');
  if (report === null) throw new Error('the answer holds no report');
  document.querySelector('#report')?.remove();
  form.before(report);
  report.setAttribute('tabindex', '-1');
  if (report instanceof HTMLElement) report.focus();
}
