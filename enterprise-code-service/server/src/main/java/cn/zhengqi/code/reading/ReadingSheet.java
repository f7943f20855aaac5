package cn.zhengqi.code.reading;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.web.sheet.Sheet;
import java.util.stream.Collectors;

/** Readings as a file. */
final class ReadingSheet {

    static final Sheet<Reading> SHEET = Sheet.<Reading>titled("数据查看记录")
            .column("查看时间", Reading::at)
            .column("查看人", Reading::readerName)
            .column("所在机构", Reading::institutionName)
            .column("用途", Reading::purpose)
            .column("来源", it -> it.source().label())
            .column("申请编号", Reading::applicationNumber)
            .column("扫码地点", Reading::place)
            .column("查看的信息", ReadingSheet::shown);

    private ReadingSheet() {}

    private static String shown(Reading it) {
        String revealed = it.revealed();
        return revealed != null
                ? revealed + "（明文）"
                : it.categories().stream().map(ConsentCategory::label).collect(Collectors.joining("、"));
    }
}
