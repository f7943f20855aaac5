import { Alert } from 'antd';
import type { QuoteDifference } from '@/shared/api';

/** Enterprises read the words that a condition quotes and are matched by its figure: where these differ, who hands it in and who reviews it are told. */
export function QuoteWarning({
  differences,
  readOnly,
}: {
  differences: QuoteDifference[];
  readOnly: boolean;
}) {
  if (!differences.length) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={`有 ${differences.length} 项条件的数值与引用的原文不一致`}
      description={
        <>
          <ul>
            {differences.map(({ path, label, message }) => (
              <li key={path}>
                {label}：{message}
              </li>
            ))}
          </ul>
          {readOnly
            ? '公开页显示原文，匹配按数值判定，请核对后再发布。'
            : '公开页显示原文，匹配按数值判定。请改正数值或原文；暂不能确定的，取消勾选“数值已与原文核对”后才能提交审核。'}
        </>
      }
    />
  );
}
