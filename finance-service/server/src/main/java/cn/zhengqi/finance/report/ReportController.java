package cn.zhengqi.finance.report;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.application.LoanApplications;
import cn.zhengqi.finance.demand.DemandReadings;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.paper.PaperPdf;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 企业信息报告 for the bank that decides, through what was asked of it; nobody else reads it, however far they read. */
@RestController
@RequestMapping("/api/finance")
class ReportController {

    private final LoanApplications applications;
    private final DemandReadings demands;
    private final EnterpriseReports reports;

    ReportController(LoanApplications applications, DemandReadings demands, EnterpriseReports reports) {
        this.applications = applications;
        this.demands = demands;
        this.reports = reports;
    }

    @GetMapping("/applications/{id}/report")
    @Permission(FinancePermissions.HANDLE_APPLICATIONS)
    EnterpriseReport ofApplication(@PathVariable UUID id, CurrentUser user) {
        return reports.read(application(id, user), user);
    }

    @GetMapping(path = "/applications/{id}/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Permission(FinancePermissions.HANDLE_APPLICATIONS)
    ResponseEntity<byte[]> paperOfApplication(@PathVariable UUID id, CurrentUser user) {
        return attached(reports.takeOut(application(id, user), user));
    }

    @GetMapping("/demand-claims/{id}/report")
    @Permission(FinancePermissions.CLAIM_DEMANDS)
    EnterpriseReport ofDemand(@PathVariable UUID id, CurrentUser user) {
        return reports.read(ReportCase.of(demands.shown(id, user)), user);
    }

    @GetMapping(path = "/demand-claims/{id}/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Permission(FinancePermissions.CLAIM_DEMANDS)
    ResponseEntity<byte[]> paperOfDemand(@PathVariable UUID id, CurrentUser user) {
        return attached(reports.takeOut(ReportCase.of(demands.shown(id, user)), user));
    }

    private ReportCase application(UUID id, CurrentUser user) {
        user.requireInstitution();
        applications.mustBeMadeTo(user.territory().institutions(), id);
        applications.mustNotBeOver(id);
        return ReportCase.of(
                id,
                applications.consented(
                        id,
                        DataScope.of(user.reach(ScopedResource.LOAN_APPLICATION), user.territory(), user.accountId())));
    }

    private static ResponseEntity<byte[]> attached(EnterpriseReports.OnPaper paper) {
        return PaperPdf.attached(MediaType.APPLICATION_PDF, "企业信息报告-" + paper.number() + ".pdf", paper.file());
    }
}
