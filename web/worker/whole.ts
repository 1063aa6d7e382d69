/** An answer that is here to its last byte; throws where the network breaks off on the way. */
export async function whole(answer: Response): Promise<Response> {
  const { status, statusText, headers } = answer;
  return new Response(await answer.blob(), { status, statusText, headers });
}

/**
 * The newest answer, whole, or what was kept: where there is no network, where it breaks off, and where the server fails.
 * Only what is whole goes to `keep`, so that half an answer never takes the place of a kept one.
 */
export async function wholeOrKept(
  ask: () => Promise<Response>, kept: Response | undefined, keep: (answer: Response) => Promise<void>,
): Promise<Response> {
  try {
    const answer = await ask();
    if (kept !== undefined && answer.status >= 500) return kept;
    if (!answer.ok || answer.redirected) return answer;
    const all = await whole(answer);
    await keep(all.clone());
    return all;
  } catch (error) {
    if (kept !== undefined) return kept;
    throw error;
  }
}
