package cn.zhengqi.matching.report;

import cn.zhengqi.paper.PaperCheck;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/** What anybody is told who has the number of a report. */
public record ReportCheck(@JsonUnwrapped PaperCheck check, LocalDate asOf) {}
