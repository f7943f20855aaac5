import { useQueries } from '@tanstack/react-query';
import { useState, type CSSProperties } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, isProblem, type LoanProductDetail } from '../api';
import { Empty, ErrorState, Skeleton } from '../ui/States';
import { Words } from '../ui/Words';
import { apartIn, comparedIn, comparisonOf, MOST_COMPARED } from './compare';
import css from './Comparison.module.css';
import { notTaken } from './suspended';

/** Products beside each other, those that the address names, with marks where they differ. */
export function Comparison() {
  const [params, setParams] = useSearchParams();
  const ids = comparedIn(params);
  const [onlyDiffering, setOnlyDiffering] = useState(false);
  const found = useQueries({
    queries: ids.map((idOrCode) => ({
      queryKey: ['product', idOrCode, undefined],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get('/api/finance/products/{idOrCode}', { path: { idOrCode }, signal }),
    })),
  });
  const without = (id: string) =>
    setParams({ ids: ids.filter((one) => one !== id).join(',') }, { replace: true });

  if (!ids.length)
    return (
      <Empty title="还没有选择要对比的产品" hint={`在贷款产品列表里勾选“加入对比”，最多 ${MOST_COMPARED} 个`}>
        <Link to="/loans">去选产品</Link>
      </Empty>
    );
  if (found.some((query) => query.isPending)) return <Skeleton lines={12} />;
  // A product that is not there is said so and does not keep the others away; a server that does not answer is another matter.
  const broken = found.find((query) => query.isError && !isProblem(query.error, 'NOT_FOUND'));
  if (broken) return <ErrorState error={broken.error} onRetry={() => void broken.refetch()} />;
  const products = found.map((query) => query.data).filter((one): one is LoanProductDetail => !!one);
  const missing = ids.filter((_, at) => !found[at]?.data);
  const rows = comparisonOf(products);
  const differing = rows.filter((row) => row.differs).length;
  return (
    <div className={css.comparison}>
      {missing.length > 0 && <p role="alert">没有找到产品：{missing.join('、')}</p>}
      <div className={`${css.tools} zq-no-print`}>
        {products.length > 1 && (
          <label>
            <input
              type="checkbox"
              checked={onlyDiffering}
              onChange={(event) => setOnlyDiffering(event.target.checked)}
            />
            只看不同（{differing} 项）
          </label>
        )}
        <Link to="/loans">再选产品</Link>
        <button type="button" className="zq-no-phone" onClick={() => globalThis.print()}>
          打印
        </button>
      </div>
      {differing > 0 && (
        <p className={css.legend}>
          <span>底色</span>标出与其他产品不同的内容
        </p>
      )}
      {products.length > 0 && (
        <div className={css.scroll} tabIndex={0} role="region" aria-label="产品对比表">
          <table
            className={products.length > 2 ? css.many : undefined}
            style={{ '--products': products.length } as CSSProperties}
          >
            <thead>
              <tr>
                <td />
                {products.map((product, at) => (
                  <th key={product.id} scope="col">
                    <Link to={`/loans/${product.code}`}>
                      <Words>{product.title}</Words>
                    </Link>
                    {notTaken(product) && (
                      <small>{product.status === 'SUSPENDED' ? '已暂停受理' : '已停止匹配'}</small>
                    )}
                    {!notTaken(product) && (
                      <Link
                        className={`${css.apply} zq-no-print`}
                        to={`/loans/${product.code}/apply`}
                        aria-label={`立即申请：${product.title}`}
                      >
                        立即申请
                      </Link>
                    )}
                    <button
                      type="button"
                      className={`${css.remove} zq-no-print`}
                      aria-label={`移出对比：${product.title}`}
                      onClick={() => without(ids.filter((_, index) => found[index]?.data)[at]!)}
                    >
                      移出
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows
                .filter((row) => row.differs || !onlyDiffering)
                .map((row) => ({ ...row, apart: apartIn(row) }))
                .map((row) => (
                  <tr key={row.label}>
                    <th scope="row">
                      {row.label}
                      {row.differs && <span className="zq-hidden">（不同）</span>}
                    </th>
                    {row.cells.map((lines, at) => (
                      <td key={at} className={row.apart[at] ? css.apart : undefined}>
                        {lines.length === 1 ? (
                          lines[0]
                        ) : (
                          <ul>
                            {lines.map((line) => (
                              <li key={line}>{line}</li>
                            ))}
                          </ul>
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
