package cn.zhengqi.matching.report;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Anybody who has a report, or its number, can have it checked. Files are not sent here: only their hashes are. */
@RestController
class ReportCheckController {

    private final IssuedReports reports;

    ReportCheckController(IssuedReports reports) {
        this.reports = reports;
    }

    @GetMapping("/api/match/report-checks/{number}")
    ReportCheck check(
            @PathVariable("number") String number,
            @RequestParam(name = "printed", required = false)
                    @Pattern(regexp = "[0-9a-f]{8,64}", message = "内容指纹应为 8 到 64 位十六进制数字")
                    @Nullable
                    String printed,
            @RequestParam(name = "file", required = false)
                    @Pattern(regexp = "[0-9a-f]{64}", message = "文件摘要应为 64 位十六进制数字")
                    @Nullable
                    String file) {
        return reports.check(ReportNumbers.normal(number), printed, file);
    }
}
