import { Alert, Button, Flex, Form, Input, InputNumber, Upload } from 'antd';
import { useState } from 'react';
import { api, isProblem, saveFile, type CalendarYear } from '@/shared/api';
import { FormDrawer } from '@/shared/ui/antd';
import { within } from '../../ui/within';
import { thoughtBetter, usePastDays } from './usePastDays';

interface ImportForm {
  year: number;
  document: string;
}

interface LineProblem {
  line: number;
  field: string;
  message: string;
}

/** The head alone; with the mark by which Excel reads it as UTF-8. */
const saveTemplate = () =>
  saveFile(new Blob(['\uFEFF日期,安排\r\n'], { type: 'text/csv;charset=utf-8' }), '年度放假安排导入模板.csv');

/** The lines that are wrong, where that is why the file was refused. */
function wrongLines(error: unknown): LineProblem[] {
  if (!isProblem(error, 'CALENDAR_IMPORT_INVALID')) return [];
  return (error.problem.problems as LineProblem[] | undefined) ?? [];
}

/** Brings in a whole year from a file; a file with a wrong line changes nothing. */
export function CalendarImportDrawer({
  open,
  years,
  suggested,
  onClose,
  onDone,
}: {
  open: boolean;
  years: CalendarYear[];
  suggested: number;
  onClose: () => void;
  onDone: (year: CalendarYear) => void;
}) {
  const [file, setFile] = useState<File>();
  const [wrong, setWrong] = useState<LineProblem[]>([]);
  const withConsent = usePastDays();
  const forget = () => {
    setFile(undefined);
    setWrong([]);
  };
  return (
    <FormDrawer<ImportForm>
      open={open}
      title="导入年度放假安排"
      submitText="导入"
      size={640}
      initialValues={{ year: suggested }}
      shows={thoughtBetter}
      onClose={() => {
        forget();
        onClose();
      }}
      onSubmit={async ({ year, document }) => {
        if (!file) throw new Error('请选择文件');
        const body = new FormData();
        body.append('file', file);
        try {
          onDone(
            await withConsent((agreed) => {
              const query = { document, version: years.find((one) => one.year === year)?.version, agreed };
              return api.post('/api/user/calendars/{year}/import', { path: { year }, query, body });
            }),
          );
        } catch (error) {
          setWrong(wrongLines(error));
          throw error;
        }
      }}
    >
      <Form.Item
        name="year"
        label="年度"
        rules={[{ required: true, message: '请填写年度' }, within(2000, 2200)]}
      >
        <InputNumber<number> suffix="年" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="document"
        label="通知文号"
        rules={[{ required: true, whitespace: true, message: '请填写通知文号' }]}
      >
        <Input maxLength={60} placeholder="国办发明电〔2025〕7号" autoComplete="off" />
      </Form.Item>
      <Alert type="warning" role="note" showIcon title="整年覆盖原有安排" style={{ marginBottom: 16 }} />
      <Form.Item
        label="文件"
        required
        htmlFor="calendar-file"
        extra="Excel（.xlsx）或 CSV。第一行为表头：日期、安排；每行一天，安排填“放假”或“上班”"
      >
        <Flex gap={8} wrap align="flex-start">
          <Upload
            id="calendar-file"
            accept=".xlsx,.csv"
            maxCount={1}
            fileList={file ? [{ uid: 'file', name: file.name }] : []}
            onRemove={forget}
            beforeUpload={(chosen) => {
              setWrong([]);
              setFile(chosen);
              return false;
            }}
          >
            <Button>选择文件</Button>
          </Upload>
          <Button onClick={saveTemplate}>下载模板</Button>
        </Flex>
      </Form.Item>
      {wrong.length > 0 && (
        <>
          <Alert
            type="error"
            role="alert"
            title={`有 ${wrong.length} 处错误，没有导入任何数据。请改好文件后重新选择`}
          />
          <ul aria-label="错误的行">
            {wrong.map((one) => (
              <li key={`${one.line} ${one.field}`}>
                第 {one.line} 行 {one.field}：{one.message}
              </li>
            ))}
          </ul>
        </>
      )}
    </FormDrawer>
  );
}
