package cn.zhengqi.ops.audit;

import cn.idev.excel.ExcelWriter;
import cn.idev.excel.FastExcel;
import cn.idev.excel.write.metadata.WriteSheet;
import cn.zhengqi.kernel.BusinessTime;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 操作日志 as an Excel file, written in portions so that its length does not matter. Texts are texts: none is taken for a formula. */
final class OperationSheet implements AutoCloseable {

    static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<String> COLUMNS =
            List.of("序号", "时间", "操作", "对象类别", "对象", "操作人", "所属机构或企业", "来源地址", "终端", "服务", "变更内容", "跟踪编号");
    private static final int PORTION = 500;
    private static final int CELL = 30_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final ExcelWriter writer;
    private final WriteSheet sheet;
    private final List<List<@Nullable Object>> portion = new ArrayList<>();

    OperationSheet(OutputStream out) {
        this.writer = FastExcel.write(out)
                .head(COLUMNS.stream().map(List::of).toList())
                .autoCloseStream(false)
                .build();
        this.sheet = FastExcel.writerSheet("操作日志").build();
    }

    void add(AuditEntry it) {
        portion.add(Arrays.asList(
                it.seq(),
                BusinessTime.at(it.occurredAt()).format(TIME),
                it.actionLabel(),
                it.subjectKind(),
                it.subjectName(),
                it.actorName(),
                it.institutionName() == null ? it.enterpriseName() : it.institutionName(),
                it.address(),
                it.userAgent(),
                it.service(),
                words(it),
                it.traceId()));
        if (portion.size() == PORTION) {
            write();
        }
    }

    @Override
    public void close() {
        // Also when empty: a file with its heading only says that there is nothing.
        write();
        writer.finish();
    }

    private void write() {
        writer.write(portion, sheet);
        portion.clear();
    }

    private static String words(AuditEntry it) {
        String words = OperationDetail.changes(it).stream()
                .map(change -> change.field() + "：" + Objects.requireNonNullElse(change.before(), "（无）") + " → "
                        + Objects.requireNonNullElse(change.after(), "（无）"))
                .collect(Collectors.joining("\n"));
        return words.length() <= CELL ? words : words.substring(0, CELL);
    }
}
