import { useEffect, useRef, useState } from 'react';

/**
 * antd's tables scroll sideways in an element of their own, which the keyboard has to reach; the hidden row by which
 * they measure their columns repeats the head's checkbox, which it must not.
 */
export function useScrollRegion(name: string) {
  const box = useRef<HTMLDivElement>(null);
  const [wider, setWider] = useState(false);
  useEffect(() => {
    const content = box.current?.querySelector('.ant-table-content, .ant-table-body');
    box.current?.querySelector('.ant-table-measure-row')?.setAttribute('inert', '');
    if (!content) return;
    content.setAttribute('tabindex', '0');
    content.setAttribute('role', 'region');
    content.setAttribute('aria-label', name);
    const measure = () => setWider(content.scrollWidth > content.clientWidth + 8);
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(content);
    return () => sizes.disconnect();
  });
  return [box, wider] as const;
}
