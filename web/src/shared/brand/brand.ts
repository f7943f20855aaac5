import defaults from '../../../public/brand.json';

/**
 * What makes the platform one district's: served as `brand.json` beside each app, so that another district starts
 * without a new build. Empty footer fields are not shown.
 */
export interface Brand {
  name: string;
  shortName: string;
  slogan: string;
  district: { code: string; name: string; city: string };
  hotline: { label: string; number: string };
  /** Address of a picture; empty uses the drawn mark. */
  logo: string;
  /** `banan` draws the hills of Banan, `none` leaves the place empty. */
  motif: string;
  mascot: { name: string; image: string };
  /** Overrides of the colour tokens, by token name. */
  colors: Record<string, string>;
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

/** Fills what a partial configuration leaves out from the default one. */
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
