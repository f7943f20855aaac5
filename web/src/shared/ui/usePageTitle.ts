import { useEffect } from 'react';
import { useBrand } from '../brand';

/** Sets the document's title: "<page> - <brand>". */
export function usePageTitle(title?: string): void {
  const { name } = useBrand();
  useEffect(() => {
    document.title = title ? `${title} - ${name}` : name;
  }, [title, name]);
}
