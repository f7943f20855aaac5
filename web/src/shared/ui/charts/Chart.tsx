import * as echarts from 'echarts/core';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components';
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { SVGRenderer } from 'echarts/renderers';
import type { EChartsCoreOption } from 'echarts/core';
import { Fragment, useEffect, useRef, useState, type ReactNode } from 'react';
import { prefersStill, useLargeText } from '../preferences';
import { fontFamily, palette, series } from '../tokens';
import css from './Chart.module.css';

echarts.use([
  AriaComponent,
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
  BarChart,
  LineChart,
  PieChart,
  SVGRenderer,
]);

/** ECharts sets its text in pixels: sizes of the small text, the legend and the figure in the middle of a ring. */
function themeOf(small: number, text: number, figure: number) {
  const axis = {
    axisLine: { lineStyle: { color: palette.lineStrong } },
    axisTick: { show: false },
    axisLabel: { color: palette.textMuted, fontSize: small },
    splitLine: { lineStyle: { color: palette.line } },
  };
  return {
    color: series,
    textStyle: { fontFamily, color: palette.text, fontSize: text },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: {
      ...axis,
      axisLine: { show: false },
      nameTextStyle: { color: palette.textMuted, fontSize: small },
    },
    legend: {
      textStyle: { color: palette.text, fontSize: text },
      icon: 'roundRect',
      itemWidth: 12,
      itemHeight: 12,
    },
    title: {
      textStyle: { color: palette.ink, fontSize: figure, fontWeight: 600 },
      subtextStyle: { color: palette.textMuted, fontSize: small },
    },
    tooltip: {
      borderColor: palette.line,
      textStyle: { color: palette.text, fontSize: text },
      extraCssText: 'box-shadow:0 6px 20px rgba(12,35,72,.12)',
    },
  };
}

echarts.registerTheme('zhengqi', themeOf(13, 14, 24));
echarts.registerTheme('zhengqi-large', themeOf(18, 18, 30));

/** A table of so few rows stands whole: a frame would cut its sum in two. */
const WHOLE = 6;

interface ChartProps {
  option: EChartsCoreOption;
  /** Read by screen readers: what is shown, unit and time range. */
  description: string;
  height?: number;
  /** The same figures as a table: shown instead of the drawing on demand, and always there for screen readers. */
  table: { columns: string[]; rows: (string | number)[][] };
  title: ReactNode;
  /** Unit and time range, as every chart must name them. */
  caption: string;
  /** What is counted and what is not, told on demand. */
  note?: string;
  /** How the figures go with others on the page; always in sight. */
  foot?: string;
}

/** A chart with its title, unit and time range, and its table behind it. */
export function Chart({ option, description, height = 300, table, title, caption, note, foot }: ChartProps) {
  const [asTable, setAsTable] = useState(false);
  const long = table.rows.length > WHOLE;
  return (
    <figure className={css.figure}>
      <figcaption className={css.head}>
        <div>
          <div className={css.title}>
            <h2>{title}</h2>
            {note && (
              <details className={css.note}>
                <summary>口径</summary>
                <p>{note}</p>
              </details>
            )}
          </div>
          <p>
            {caption.split(' · ').map((part, at, parts) => (
              <Fragment key={part}>
                <span className="zq-whole">
                  {part}
                  {at < parts.length - 1 && '，'}
                </span>
                <wbr />
              </Fragment>
            ))}
          </p>
        </div>
        <button type="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? '看图' : '看表'}
        </button>
      </figcaption>
      {asTable ? (
        <div
          className={long ? `${css.table} ${css.long}` : css.table}
          style={{ maxHeight: long ? height : undefined }}
          tabIndex={0}
          role="region"
          aria-label={description}
        >
          <table>
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <Canvas option={option} description={description} height={height} />
      )}
      {asTable && long && <p className={css.foot}>共 {table.rows.length} 行，可上下滚动</p>}
      {foot && <p className={css.foot}>{foot}</p>}
    </figure>
  );
}

function Canvas({
  option,
  description,
  height,
}: {
  option: EChartsCoreOption;
  description: string;
  height: number;
}) {
  const [large] = useLargeText();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts>(undefined);
  useEffect(() => {
    if (!box.current) return;
    const made = echarts.init(box.current, large ? 'zhengqi-large' : 'zhengqi', { renderer: 'svg' });
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      made.dispose();
    };
  }, [large]);
  useEffect(() => {
    chart.current?.setOption(
      // ECharts writes its own label on the container unless it is given one.
      {
        animation: !prefersStill(),
        animationDuration: 200,
        aria: { enabled: true, label: { description } },
        ...option,
      },
      { notMerge: true },
    );
  }, [option, description, large]);
  return (
    <div ref={box} role="img" aria-label={description} style={{ height: large ? height * 1.3 : height }} />
  );
}
