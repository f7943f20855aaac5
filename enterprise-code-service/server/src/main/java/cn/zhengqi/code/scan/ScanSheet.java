package cn.zhengqi.code.scan;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.web.sheet.Sheet;

/** What was scanned, as a file. */
final class ScanSheet {

    static final Sheet<OwnScan> SHEET = Sheet.<OwnScan>titled("扫码记录")
            .column("企业名称", OwnScan::enterpriseName)
            .column("统一社会信用代码", OwnScan::uscc)
            .column("核验时间", OwnScan::at)
            .column("核验人", OwnScan::scannerName)
            .column("核验机构", OwnScan::institutionName)
            .column("方式", scan -> scan.source().label())
            .column("地点", OwnScan::place)
            .column(
                    "出示的信息",
                    scan -> scan.shownCategories().stream()
                            .map(ConsentCategory::label)
                            .toList());

    private ScanSheet() {}
}
