/** The token that a service or venue code carries in its address, if it is one. Whose address it is does not matter: only the token is used. */
export function serviceTokenOf(content: string): string | undefined {
  return /^https?:\/\/[^/]+\/m\/s\/([0-9a-z]{12})$/.exec(content.trim())?.[1];
}
