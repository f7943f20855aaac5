import { createContext, useContext, type ReactNode } from 'react';
import { defaultBrand, type Brand } from './brand';

const BrandContext = createContext<Brand>(defaultBrand);

export function BrandProvider({ brand, children }: { brand: Brand; children: ReactNode }) {
  return <BrandContext value={brand}>{children}</BrandContext>;
}

export function useBrand(): Brand {
  return useContext(BrandContext);
}

export { completeBrand, defaultBrand, loadBrand, type Brand } from './brand';
