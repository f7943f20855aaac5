package cn.zhengqi.code.reading;

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

/** Who saw data of the caller's enterprise. */
@RestController
@RequestMapping("/api/code/my/readings")
@Permission(CodePermissions.OWN_ENTERPRISE)
class MyReadingsController {

    private static final Sheet<Reading> SHEET = Sheet.<Reading>titled("数据查看记录")
            .column("查看时间", Reading::at)
            .column("查看人", Reading::readerName)
            .column("所在机构", Reading::institutionName)
            .column("用途", Reading::purpose)
            .column("来源", Reading::origin)
            .column("申请编号", Reading::applicationNumber)
            .column("扫码地点", Reading::place)
            .column("查看的信息", MyReadingsController::shown);

    private final Readings readings;
    private final Exports exports;

    MyReadingsController(Readings readings, Exports exports) {
        this.readings = readings;
        this.exports = exports;
    }

    @GetMapping
    Page<Reading> list(@Valid ReadingFilter filter, PageRequest page, CurrentUser user) {
        return readings.list(filter.of(user.requireEnterprise()), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid ReadingFilter filter, CurrentUser user) {
        ReadingFilter.Query query = filter.of(user.requireEnterprise());
        return exports.file(
                CodeAction.OWN_READINGS_EXPORTED,
                SHEET,
                filter,
                user,
                readings.count(query),
                receiver -> readings.each(query, receiver));
    }

    private static Object shown(Reading reading) {
        if (reading.revealed() != null) {
            return reading.revealed() + "（明文）";
        }
        return reading.document() == null
                ? reading.categories().stream().map(ConsentCategory::label).toList()
                : reading.document();
    }
}
