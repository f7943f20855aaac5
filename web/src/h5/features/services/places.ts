import type { OfferView } from '@/shared/api';
import type { IconName } from '@/shared/ui';

type Service = OfferView['service'];

/** Where a service is handled on the phone; `item` is the policy or product that the code names. */
const places: Record<Service, { icon: IconName; path: (item: string) => string }> = {
  POLICIES: { icon: 'policy', path: () => '/policies' },
  POLICY: { icon: 'policy', path: (item) => `/policies/${item}` },
  LOANS: { icon: 'bank', path: () => '/loans' },
  LOAN: { icon: 'loan', path: (item) => `/loans/${item}/apply` },
  MATCH: { icon: 'match', path: () => '/match' },
  REPORT: { icon: 'report', path: () => '/match/report' },
  CLAIM: { icon: 'claim', path: () => '/claim' },
  CODE: { icon: 'code', path: () => '/my/code' },
  PROFILE: { icon: 'profile', path: () => '/my/profile' },
  CONSENTS: { icon: 'shield', path: () => '/my/consents' },
};

/** Nothing for a service that a newer server offers and this application does not know. */
export function placeOf(offer: OfferView): { icon: IconName; path: string } | undefined {
  const place = places[offer.service] as (typeof places)[Service] | undefined;
  return place && { icon: place.icon, path: place.path(offer.itemId ?? '') };
}
