package cn.zhengqi.finance.application;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.application.ApplicationController.Accept;
import cn.zhengqi.finance.application.ApplicationController.Approve;
import cn.zhengqi.finance.application.ApplicationController.AskMaterial;
import cn.zhengqi.finance.application.ApplicationController.Disburse;
import cn.zhengqi.finance.application.ApplicationController.Refuse;
import cn.zhengqi.finance.application.ApplicationController.Settle;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CallingSystem;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A bank's inbox for the bank's own system: what an officer does in the console, by the same moves. Whatever moves an application needs an
 * {@code Idempotency-Key}: a program that got no answer asks again.
 */
@RestController
@RequestMapping("/openapi/v1")
@Permission(FinancePermissions.HANDLE_BY_SYSTEM)
class SystemInboxController {

    private final SystemInbox inbox;
    private final LoanApplications applications;
    private final ApplicationDesk desk;
    private final EnterpriseReadings readings;
    private final ApplicationFileReadings files;

    SystemInboxController(
            SystemInbox inbox,
            LoanApplications applications,
            ApplicationDesk desk,
            EnterpriseReadings readings,
            ApplicationFileReadings files) {
        this.inbox = inbox;
        this.applications = applications;
        this.desk = desk;
        this.readings = readings;
        this.files = files;
    }

    /**
     * What changed first comes first. A system that keeps up asks since the last {@code changedAt} it saw, less a minute, and passes over what it has.
     */
    @GetMapping("/applications")
    Page<SystemApplication> list(
            @RequestParam(required = false) @Nullable ApplicationStatus status,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
                    OffsetDateTime since,
            PageRequest page,
            CallingSystem system) {
        return inbox.list(system, status, since, page);
    }

    @GetMapping("/applications/{id}")
    SystemApplication detail(@PathVariable UUID id, CallingSystem system) {
        return inbox.detail(id, system);
    }

    /** Who applied, by the public part of the register: as long as the enterprise consents, and each reading is on its record. */
    @GetMapping("/applications/{id}/enterprise")
    RegisterBasics enterprise(@PathVariable UUID id, CallingSystem system) {
        return readings.read(id, inbox.scope(id, system), EnterpriseReadings.Reader.of(system));
    }

    /** One of the files that the timeline names; each reading is on the enterprise's record. */
    @GetMapping("/applications/{id}/files/{fileId}")
    ResponseEntity<Resource> file(@PathVariable UUID id, @PathVariable UUID fileId, CallingSystem system) {
        return ApplicationFileController.shown(files.read(fileId, id, system));
    }

    @GetMapping("/refusal-reasons")
    List<RefusalReason> refusalReasons() {
        return applications.refusalReasons();
    }

    @PostMapping("/applications/{id}/accept")
    @Idempotent(required = true)
    SystemApplication accept(@PathVariable UUID id, @Valid @RequestBody Accept request, CallingSystem system) {
        desk.accept(id, request.version(), inbox.scope(id, system), Decider.bank(Actor.of(system)));
        return inbox.detail(id, system);
    }

    /** The time of the bank's answer stands still until the enterprise has supplied it, which a webhook tells. */
    @PostMapping("/applications/{id}/ask-material")
    @Idempotent(required = true)
    SystemApplication askMaterial(
            @PathVariable UUID id, @Valid @RequestBody AskMaterial request, CallingSystem system) {
        desk.askMaterial(
                id, request.version(), inbox.scope(id, system), Decider.bank(Actor.of(system)), request.reason());
        return inbox.detail(id, system);
    }

    @PostMapping("/applications/{id}/approve")
    @Idempotent(required = true)
    SystemApplication approve(@PathVariable UUID id, @Valid @RequestBody Approve request, CallingSystem system) {
        // A system cannot be asked, as a person is, whether it means it.
        if (Grant.isPartOfOne(request.annualRate())) {
            throw ProblemException.validation(
                    "annualRate",
                    "FORMAT",
                    "年利率按百分数填写，如 3.85 表示 3.85%；确为 " + Grant.percent(request.annualRate()) + " 的，请在管理台批准");
        }
        desk.approve(id, request.version(), inbox.scope(id, system), Decider.bank(Actor.of(system)), request.toGrant());
        return inbox.detail(id, system);
    }

    @PostMapping("/applications/{id}/refuse")
    @Idempotent(required = true)
    SystemApplication refuse(@PathVariable UUID id, @Valid @RequestBody Refuse request, CallingSystem system) {
        desk.refuse(
                id,
                request.version(),
                inbox.scope(id, system),
                Decider.bank(Actor.of(system)),
                request.reasonCode(),
                request.reason());
        return inbox.detail(id, system);
    }

    @PostMapping("/applications/{id}/disbursements")
    @Idempotent(required = true)
    SystemApplication disburse(@PathVariable UUID id, @Valid @RequestBody Disburse request, CallingSystem system) {
        desk.disburse(
                id,
                request.version(),
                inbox.scope(id, system),
                Decider.bank(Actor.of(system)),
                request.toDrawdown(),
                request.isAnother());
        return inbox.detail(id, system);
    }

    @PostMapping("/applications/{id}/settle")
    @Idempotent(required = true)
    SystemApplication settle(@PathVariable UUID id, @Valid @RequestBody Settle request, CallingSystem system) {
        desk.settle(id, request.version(), inbox.scope(id, system), Decider.bank(Actor.of(system)));
        return inbox.detail(id, system);
    }
}
