/**
 * The router's path of a message's link, or undefined for what is no page of the console. Messages carry paths inside
 * their receiver's application; an address with the console's base works as well.
 */
export function consolePath(link: string): string | undefined {
  if (!/^\/(?!\/)/.test(link)) return undefined;
  return link.replace(/^\/admin(?=\/|$)/, '') || '/';
}
