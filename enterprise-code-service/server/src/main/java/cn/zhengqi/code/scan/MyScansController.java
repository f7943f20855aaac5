package cn.zhengqi.code.scan;

import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.sheet.Sheet;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Who scanned the code of the caller's enterprise. */
@RestController
@RequestMapping("/api/code/my/scans")
@Permission(CodePermissions.OWN_ENTERPRISE)
class MyScansController {

    private static final Sheet<ScanRecord> SHEET = Sheet.<ScanRecord>titled("扫码记录")
            .column("扫码时间", ScanRecord::at)
            .column("扫码人", ScanRecord::scannerName)
            .column("所在机构", ScanRecord::scannerInstitution)
            .column("方式", scan -> scan.source().label())
            .column("地点", ScanRecord::place)
            .column(
                    "展示的信息",
                    scan -> scan.shownCategories().stream()
                            .map(ConsentCategory::label)
                            .toList());

    private final Scans scans;
    private final Exports exports;

    MyScansController(Scans scans, Exports exports) {
        this.scans = scans;
        this.exports = exports;
    }

    @GetMapping
    Page<ScanRecord> mine(@Valid MyScanFilter filter, CurrentUser user, PageRequest page) {
        return scans.ofEnterprise(filter.of(user.requireEnterprise()), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid MyScanFilter filter, CurrentUser user) {
        MyScanFilter.Query query = filter.of(user.requireEnterprise());
        return exports.file(
                CodeAction.OWN_SCANS_EXPORTED,
                SHEET,
                filter,
                user,
                scans.countOfEnterprise(query),
                receiver -> scans.eachOfEnterprise(query, receiver));
    }
}
