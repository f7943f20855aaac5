package cn.zhengqi.matching.report;

import cn.zhengqi.paper.PaperNumbers;
import cn.zhengqi.paper.PaperQuestion;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Anybody who has a report, or its number, can have it checked. Files are not sent here: only their hashes are. */
@RestController
class ReportCheckController {

    private final IssuedReports reports;

    ReportCheckController(IssuedReports reports) {
        this.reports = reports;
    }

    @GetMapping("/api/match/report-checks/{number}")
    ReportCheck check(@PathVariable("number") String number, @Valid PaperQuestion asked) {
        return reports.check(PaperNumbers.normal(number), asked);
    }
}
