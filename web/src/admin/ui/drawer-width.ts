/** Width of a drawer that never is wider than the window. */
export function drawerWidth(wanted: number): number {
  return Math.min(wanted, globalThis.innerWidth);
}
