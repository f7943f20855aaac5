package cn.zhengqi.ops.audit;

import cn.zhengqi.data.Json;
import cn.zhengqi.ops.export.ExportKind;
import cn.zhengqi.ops.export.ExportSource;
import cn.zhengqi.web.CurrentUser;
import java.io.OutputStream;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** 操作日志 as a job reads it. */
@Component
class OperationExport implements ExportSource {

    private final Operations operations;

    OperationExport(Operations operations) {
        this.operations = operations;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.OPERATIONS;
    }

    @Override
    public void write(String filter, CurrentUser reader, Instant at, OutputStream target, Runnable written) {
        OperationFilter asked = Json.MAPPER.readValue(filter, OperationFilter.class);
        OperationSheet.SHEET.write(
                target,
                reader,
                at,
                receiver -> operations.each(asked, entry -> {
                    receiver.accept(entry);
                    written.run();
                }));
    }
}
