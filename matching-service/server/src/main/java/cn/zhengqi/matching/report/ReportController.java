package cn.zhengqi.matching.report;

import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.matching.match.Matches;
import cn.zhengqi.paper.PaperPdf;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.sheet.Watermark;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports of the caller's enterprise: the one of its latest match, and those that were issued under a number. */
@RestController
@RequestMapping("/api/match")
@Permission(MatchingPermissions.OWN_ENTERPRISE)
class ReportController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Matches matches;
    private final Planner planner;
    private final ProjectWindows windows;
    private final IssuedReports reports;
    private final PaperPdf pdf;
    private final Clock clock;
    private final String publicUrl;

    ReportController(
            Matches matches,
            Planner planner,
            ProjectWindows windows,
            IssuedReports reports,
            PaperPdf pdf,
            Clock clock,
            @Value("${zhengqi.public-url:http://localhost:8080}") String publicUrl) {
        this.matches = matches;
        this.planner = planner;
        this.windows = windows;
        this.reports = reports;
        this.pdf = pdf;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** Of the latest match; 204 while there was none. */
    @GetMapping("/my/report")
    @Nullable
    PlanningReport report(CurrentUser user, HttpServletResponse response) {
        Optional<PlanningReport> report =
                matches.latestWithFacts(user.requireEnterprise()).map(match -> planner.plan(match, windows.ask()));
        response.setStatus(report.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NO_CONTENT);
        return report.orElse(null);
    }

    @PostMapping("/my/reports")
    @Permission(MatchingPermissions.ISSUE_REPORTS)
    IssuedReport issue(CurrentUser user) {
        return reports.issue(user, windows.ask());
    }

    @GetMapping("/my/reports")
    Page<IssuedReport> list(CurrentUser user, PageRequest page) {
        return reports.list(user.requireEnterprise(), page);
    }

    @GetMapping("/reports/{id}")
    IssuedReports.Written read(CurrentUser user, @PathVariable("id") UUID id) {
        return reports.read(user.requireEnterprise(), id);
    }

    @GetMapping(path = "/reports/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(CurrentUser user, @PathVariable("id") UUID id) {
        UUID enterprise = user.requireEnterprise();
        IssuedReports.Written written = reports.read(enterprise, id);
        reports.refuseMoreCopies(enterprise);
        byte[] file = pdf.of(letterhead -> new ReportPages(
                        letterhead,
                        written.report(),
                        written.content(),
                        Watermark.of(user, clock.instant(), written.report().number()))
                .document());
        reports.takenOut(written.report(), file, user);
        return PaperPdf.attached(
                MediaType.APPLICATION_PDF, "规划报告-" + written.report().number() + ".pdf", file);
    }

    @GetMapping(path = "/reports/{id}/calendar", produces = "text/calendar;charset=UTF-8")
    ResponseEntity<byte[]> calendar(CurrentUser user, @PathVariable("id") UUID id) {
        UUID enterprise = user.requireEnterprise();
        IssuedReports.Written written = reports.read(enterprise, id);
        String calendar = ReportCalendar.of(
                written.report(), enterprise, written.content().calendar(), publicUrl);
        return PaperPdf.attached(
                CALENDAR, "政策日历-" + written.report().number() + ".ics", calendar.getBytes(StandardCharsets.UTF_8));
    }
}
