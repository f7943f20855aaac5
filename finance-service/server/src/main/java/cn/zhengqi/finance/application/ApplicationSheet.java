package cn.zhengqi.finance.application;

import cn.idev.excel.ExcelWriter;
import cn.idev.excel.FastExcel;
import cn.idev.excel.write.metadata.WriteSheet;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.FieldRules;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applications as an Excel file, written in portions so that its length does not matter; as much as the reader may see. */
final class ApplicationSheet implements AutoCloseable {

    static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<String> COLUMNS = List.of(
            "申请编号", "企业名称", "贷款产品", "金融机构", "申请金额（元）", "期限（月）", "首贷/续贷", "来源", "状态", "申请时间", "授信额度（元）", "年利率（%）",
            "授信期限（月）", "不通过原因", "累计放款（元）", "联系人", "联系电话", "演示数据");
    private static final int PORTION = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ExcelWriter writer;
    private final WriteSheet sheet;
    private final CurrentUser reader;
    private final List<List<@Nullable Object>> portion = new ArrayList<>();

    ApplicationSheet(OutputStream out, CurrentUser reader) {
        this.writer = FastExcel.write(out)
                .head(COLUMNS.stream().map(List::of).toList())
                .autoCloseStream(false)
                .build();
        this.sheet = FastExcel.writerSheet("融资申请").build();
        this.reader = reader;
    }

    void add(LoanApplicationView application) {
        LoanApplicationView it = FieldRules.apply(application, reader);
        portion.add(Arrays.asList(
                it.number(),
                it.enterpriseName(),
                it.productTitle(),
                it.bankName(),
                it.amount(),
                it.termMonths(),
                it.kind().label(),
                it.channel().label(),
                it.status().label(),
                it.submittedAt().format(TIME),
                it.grantedAmount(),
                plain(it.grantedRate()),
                it.grantedTermMonths(),
                it.refusalReason(),
                it.disbursedAmount(),
                it.contactName(),
                it.contactPhone(),
                it.demo() ? "是" : "否"));
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

    private static @Nullable BigDecimal plain(@Nullable BigDecimal rate) {
        return rate == null ? null : rate.stripTrailingZeros();
    }
}
