import type { ReactNode } from 'react';
import css from './SectionNav.module.css';
import { useCentred } from './useCentred';
import { useScrollSpy } from './useScrollSpy';

/**
 * Strip of jumps to the parts of a long page, which stays at the top; the part on screen is lit. `top` is the height of
 * what stands above it.
 */
export function SectionNav({
  label,
  parts,
  top = '0px',
  beside = false,
}: {
  label: string;
  parts: { id: string; title: ReactNode }[];
  top?: string;
  /** Where there is room it stands as a column beside what it leads through. */
  beside?: boolean;
}) {
  const current = useScrollSpy(parts.map((part) => part.id));
  const nav = useCentred<HTMLElement>(current);
  return (
    <nav
      ref={nav}
      className={beside ? `${css.nav} ${css.beside}` : css.nav}
      style={{ top }}
      aria-label={label}
    >
      <ul>
        {parts.map((part) => (
          <li key={part.id}>
            <a href={`#${part.id}`} aria-current={current === part.id ? 'true' : undefined}>
              {part.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
