import defaults from '../../../public/brand.json';

/**
 * What makes the platform one district's: the gateway makes `brand.json` of the district's configuration, so that another
 * district starts without a new build. What is empty is not shown.
 */
export interface Brand {
  name: string;
  shortName: string;
  slogan: string;
  district: { code: string; name: string; city: string };
  hotline: { label: string; number: string };
  /** Address of a picture; empty uses the drawn mark. */
  logo: string;
  /** `terraces` draws hills, terraces and a river, `none` leaves the place empty. */
  motif: string;
  /** Without a name there is none; without an image it is the drawn tiger. */
  mascot: { name: string; image: string };
  /** Overrides of the colour tokens, by token name. */
  colors: Record<string, string>;
  /** Who publishes a page about a policy, by the host of its address. */
  publishers: Record<string, string>;
  links: { title: string; url: string; intro: string }[];
  footer: {
    organizer: string;
    undertaker: string;
    contact: string;
    siteCode: string;
    icp: string;
    police: string;
  };
  demo: { notice: string };
}

export const defaultBrand: Brand = defaults;

/** Fills what a partial configuration leaves out from the default one, which is nobody's. */
export function completeBrand(given: Partial<Brand>): Brand {
  return {
    ...defaultBrand,
    ...given,
    district: { ...defaultBrand.district, ...given.district },
    hotline: { ...defaultBrand.hotline, ...given.hotline },
    mascot: { ...defaultBrand.mascot, ...given.mascot },
    footer: { ...defaultBrand.footer, ...given.footer },
    demo: { ...defaultBrand.demo, ...given.demo },
  };
}

/** Never fails: a site without a readable brand file shows the default brand. */
export async function loadBrand(): Promise<Brand> {
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}brand.json`, { credentials: 'same-origin' });
    if (!response.ok) return defaultBrand;
    return completeBrand((await response.json()) as Partial<Brand>);
  } catch {
    return defaultBrand;
  }
}
