/** Reads a body as UTF-8 text up to a limit in bytes. @throws {RangeError} when it is longer */
export async function readText(response: Response, limit: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = response.body?.getReader();
  let text = '';
  let length = 0;
  for (;;) {
    const part = await reader?.read();
    if (part?.value === undefined) return text + decoder.decode();
    length += part.value.length;
    if (length > limit) {
      await reader?.cancel();
      throw new RangeError('the answer is too long');
    }
    text += decoder.decode(part.value, { stream: true });
  }
}
