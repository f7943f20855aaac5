package cn.zhengqi.user.reference;

import cn.idev.excel.ExcelWriter;
import cn.idev.excel.FastExcel;
import cn.idev.excel.write.metadata.WriteSheet;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 基础数据 as an Excel file, in the columns that an import reads. Texts are texts: none is taken for a formula. */
final class ReferenceSheet {

    static final String CODE = "代码";
    static final String NAME = "名称";
    static final String TYPE = "类型";
    static final String PARENT = "上级代码";

    private static final List<String> HEAD = List.of("种类", CODE, NAME, TYPE, PARENT, "上级名称", "状态", "使用数", "来源");

    private ReferenceSheet() {}

    static void write(OutputStream target, List<ReferenceItem> items) {
        List<List<@Nullable Object>> rows = new ArrayList<>(items.size());
        for (ReferenceItem item : items) {
            rows.add(Arrays.asList(
                    item.kind().label(),
                    item.code(),
                    item.name(),
                    item.typeName(),
                    item.parentCode(),
                    item.parentName(),
                    item.retired() ? "已停用" : "正常",
                    item.usedBy(),
                    item.loaded() ? "平台提供" : "自行维护"));
        }
        try (ExcelWriter excel = FastExcel.write(target)
                .head(HEAD.stream().map(List::of).toList())
                .autoCloseStream(false)
                .build()) {
            WriteSheet sheet = FastExcel.writerSheet("基础数据").build();
            excel.write(rows, sheet);
        }
    }
}
