import { PolicyCertainty, type Certain } from '../ui';

/** Above a list what could not be checked of any of it; nothing where that differs. */
export function SaidOfAll({ said, className }: { said: Certain; className?: string }) {
  if (said.verified && said.criteriaVerified) return null;
  return (
    <p className={className}>
      以下政策均 <PolicyCertainty of={said} />
    </p>
  );
}
