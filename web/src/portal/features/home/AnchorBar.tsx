import { Icon, useScrollSpy, type IconName } from '@/shared/ui';
import { Wrap } from '../../ui';
import css from './AnchorBar.module.css';

const anchors: { id: string; mark: string; text: string; icon: IconName }[] = [
  { id: 'qifu', mark: '企服', text: '企业码服务', icon: 'qifu' },
  { id: 'qihui', mark: '企汇', text: '政务网站', icon: 'qihui' },
  { id: 'qiwen', mark: '企问', text: '常见问题', icon: 'qiwen' },
  { id: 'qirong', mark: '企融', text: '贷款产品', icon: 'qirong' },
  { id: 'qizhi', mark: '企知', text: '惠企政策', icon: 'qizhi' },
  { id: 'qicha', mark: '企查', text: '三个自查', icon: 'qicha' },
];

/** Sticky jump bar of the six parts; the part on screen is lit. */
export function AnchorBar() {
  const current = useScrollSpy(anchors.map((anchor) => anchor.id));
  return (
    <nav className={css.bar} aria-label="首页栏目">
      <Wrap>
        <ul>
          {anchors.map((anchor) => (
            <li key={anchor.id}>
              <a href={`#${anchor.id}`} aria-current={current === anchor.id ? 'true' : undefined}>
                <Icon name={anchor.icon} size={28} />
                <span>
                  <b>{anchor.mark}</b>
                  <small>{anchor.text}</small>
                </span>
              </a>
            </li>
          ))}
        </ul>
      </Wrap>
    </nav>
  );
}
