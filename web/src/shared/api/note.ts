/** A word that this window keeps for the page that is loaded next. Where storage is switched off that page comes without it. */
export function note(name: string) {
  const within = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  return {
    write: (word = '1') => within(() => sessionStorage.setItem(name, word), undefined),
    read: () => within(() => sessionStorage.getItem(name), null),
    stands: () => within(() => sessionStorage.getItem(name) !== null, false),
    forget: () => within(() => sessionStorage.removeItem(name), undefined),
  };
}
