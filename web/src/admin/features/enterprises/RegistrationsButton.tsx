import { App, Button, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, saveFile } from '@/shared/api';
import { Icon, todayText } from '@/shared/ui';
import { DayRange, FormDrawer } from '@/shared/ui/antd';

const DAY = 'YYYY-MM-DD';

interface PeriodForm {
  period: [Dayjs, Dayjs];
}

/** 下载企业分析数据: how many enterprises came in, day by day and park by park. */
export function RegistrationsButton() {
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const today = dayjs(todayText());
  return (
    <>
      <Button icon={<Icon name="report" size={16} />} onClick={() => setOpen(true)}>
        下载企业分析数据
      </Button>
      <FormDrawer<PeriodForm>
        open={open}
        title="下载企业分析数据"
        submitText="下载"
        initialValues={{ period: [today.subtract(29, 'day'), today] }}
        onClose={() => setOpen(false)}
        onSubmit={async ({ period: [from, to] }) => {
          const { blob, name } = await api.file('/api/user/enterprises/registrations/export', {
            query: { from: from.format(DAY), to: to.format(DAY) },
          });
          saveFile(blob, name);
          void message.success(`已下载 ${name}`);
        }}
      >
        <p>每日、各园区的新增企业数，Excel 格式。没有新增的日期也列出，便于作图。</p>
        <Form.Item
          name="period"
          label="统计日期"
          extra="最多 366 天"
          rules={[
            { required: true, message: '请选择统计日期' },
            {
              validator: (_, value?: [Dayjs, Dayjs]) =>
                !value || value[1].diff(value[0], 'day') < 366
                  ? Promise.resolve()
                  : Promise.reject(new Error('最多 366 天')),
            },
            {
              validator: (_, value?: [Dayjs, Dayjs]) =>
                value?.[1].isAfter(dayjs(todayText()), 'day')
                  ? Promise.reject(new Error('统计日期不能晚于今天'))
                  : Promise.resolve(),
            },
          ]}
        >
          <DayRange
            presets={[
              { label: '近 7 天', value: [today.subtract(6, 'day'), today] },
              { label: '近 30 天', value: [today.subtract(29, 'day'), today] },
              { label: '今年', value: [today.startOf('year'), today] },
            ]}
          />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
