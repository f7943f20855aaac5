/** The router's path of an address inside the console, or undefined for any other address. */
export function consolePath(link: string): string | undefined {
  const inside = /^\/admin(\/.*)?$/.exec(link);
  return inside ? (inside[1] ?? '/') : undefined;
}
