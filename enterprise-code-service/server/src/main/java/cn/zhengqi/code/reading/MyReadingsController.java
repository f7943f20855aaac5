package cn.zhengqi.code.reading;

import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.sheet.Sheet;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

    private final Readings readings;
    private final Clock clock;

    MyReadingsController(Readings readings, Clock clock) {
        this.readings = readings;
        this.clock = clock;
    }

    @GetMapping
    Page<Reading> list(@Valid ReadingFilter filter, PageRequest page, CurrentUser user) {
        return readings.list(filter.of(user.requireEnterprise()), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid ReadingFilter filter, CurrentUser user) {
        ReadingFilter.Query query = filter.of(user.requireEnterprise());
        return ResponseEntity.ok()
                .contentType(Sheet.XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("数据查看记录.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out -> ReadingSheet.SHEET.write(
                        out, user, clock.instant(), receiver -> readings.each(query, receiver)));
    }
}
