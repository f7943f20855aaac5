import { Icon } from '@/shared/ui';
import css from './Stepper.module.css';

/** Where one stands in a form of several pages. On a phone: the current step's name and a bar. */
export function Stepper({ steps, current }: { steps: string[]; current: number }) {
  return (
    <nav aria-label="办理步骤" className={css.stepper}>
      <p className={css.short}>
        第 {current + 1} 步，共 {steps.length} 步：<b>{steps[current]}</b>
      </p>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step}
            className={index < current ? css.done : index === current ? css.now : undefined}
            aria-current={index === current ? 'step' : undefined}
          >
            <span className={css.mark}>
              {index < current ? <Icon name="check" size={16} title="已完成" /> : index + 1}
            </span>
            <span className={css.title}>{step}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
