package cn.zhengqi.user.register;

import cn.idev.excel.ExcelWriter;
import cn.idev.excel.FastExcel;
import cn.idev.excel.write.metadata.WriteSheet;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes enterprises as an Excel sheet, a few hundred rows in memory at a time. */
final class EnterpriseWorkbook {

    private static final int BATCH = 500;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Headings in the order of {@link #cells}. */
    private static final List<String> HEAD = List.of(
            "统一社会信用代码", "企业名称", "主体类型", "法定代表人", "注册资本（万元）", "成立日期", "行业代码", "行业", "镇街", "登记状态", "是否认证", "入库时间", "备注");

    private EnterpriseWorkbook() {}

    /** @param rows hands each row to the receiver it is given */
    static void write(OutputStream target, Consumer<Consumer<EnterpriseRow>> rows) {
        try (ExcelWriter excel = FastExcel.write(target)
                .head(HEAD.stream().map(List::of).toList())
                .autoCloseStream(false)
                .build()) {
            WriteSheet sheet = FastExcel.writerSheet("企业信息").build();
            List<List<Object>> batch = new ArrayList<>(BATCH);
            rows.accept(row -> {
                batch.add(cells(row));
                if (batch.size() == BATCH) {
                    excel.write(batch, sheet);
                    batch.clear();
                }
            });
            excel.write(batch, sheet);
        }
    }

    private static List<Object> cells(EnterpriseRow row) {
        return List.of(
                row.uscc(),
                row.name(),
                row.entityType(),
                row.legalRep(),
                row.registeredCapital(),
                row.establishedOn().toString(),
                row.industryCode(),
                row.industryName(),
                row.townName(),
                row.status().label(),
                row.certified() ? "已认证" : "未认证",
                MINUTE.format(row.registeredAt()),
                row.demo() ? "演示数据" : "");
    }
}
