package cn.zhengqi.code.reading;

import cn.idev.excel.ExcelWriter;
import cn.idev.excel.FastExcel;
import cn.idev.excel.write.metadata.WriteSheet;
import cn.zhengqi.code.api.ConsentCategory;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Readings as an Excel file, written in portions so that its length does not matter. */
final class ReadingSheet implements AutoCloseable {

    static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<String> COLUMNS = List.of("查看时间", "查看人", "所在机构", "用途", "来源", "申请编号", "扫码地点", "查看的信息");
    private static final int PORTION = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final ExcelWriter writer;
    private final WriteSheet sheet;
    private final List<List<@Nullable Object>> portion = new ArrayList<>();

    ReadingSheet(OutputStream out) {
        this.writer = FastExcel.write(out)
                .head(COLUMNS.stream().map(List::of).toList())
                .autoCloseStream(false)
                .build();
        this.sheet = FastExcel.writerSheet("数据查看记录").build();
    }

    void add(Reading it) {
        portion.add(Arrays.asList(
                it.at().format(TIME),
                it.readerName(),
                it.institutionName(),
                it.purpose(),
                it.source().label(),
                it.applicationNumber(),
                it.place(),
                it.categories().stream().map(ConsentCategory::label).collect(Collectors.joining("、"))));
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
}
